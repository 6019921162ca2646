using System.Diagnostics;

namespace Centra.Service.Tests.Releases;

/// <summary>
/// A download in progress, by its personal link, when access ends: the connection ends before the whole file came. The reader stops reading when
/// access ends and goes on when the service has cut: no pace of reading brings it to the end, and no second is counted, only told.
/// </summary>
public sealed class DownloadCutTests(LargeApp shared) : IClassFixture<LargeApp>
{
    // Nothing takes it; a test that is broken ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Download_ThatNothingStops_ReachesItsEnd()
    {
        using var download = await shared.BeginAsync("pi");
        (await download.ReadRestAsync()).ShouldBe(download.Length);
    }

    [Fact]
    public Task Pause_CutsIt() => IsCutAsync("pi", story => story.PostAsync("manager", "pause", new { reason = "To look." }));

    [Fact]
    public Task Revocation_CutsIt() => IsCutAsync("pi", story => story.PostAsync("chair", "revoke", new { reason = "The terms were broken." }));

    [Fact]
    public Task RemovalOfTheMember_CutsTheirs() => IsCutAsync("colleague", story => shared.Cast["pi"].Client.DeleteAsync($"/api/requests/{story.Id}/team/{shared.Cast["colleague"].UserId}").Json());

    [Fact]
    public Task EndOfTheTerm_CutsIt() => IsCutAsync("pi", _ =>
    {
        shared.Cast.App.Clock.Advance(TimeSpan.FromDays(731));
        return Task.CompletedTask;
    });

    private async Task IsCutAsync(string who, Func<RequestStory, Task> end)
    {
        using var download = await shared.BeginAsync(who);
        await end(download.Story);
        var since = Stopwatch.GetTimestamp();
        await download.Cut.WaitAsync(Patience);
        TestContext.Current.TestOutputHelper?.WriteLine($"cut {Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} ms after access had ended");
        (await download.ReadRestAsync()).ShouldBeLessThan(download.Length);
    }
}
