using Centra.Consent;

namespace Centra.Tests.Consent;

public class OptOutsUnderWayTests
{
    private readonly OptOutsUnderWay _optOuts = new();

    [Fact]
    public void Waiting_WithoutOptOuts_IsOverAtOnce() => _optOuts.LetByAsync().IsCompletedSuccessfully.ShouldBeTrue();

    [Fact]
    public async Task Waiting_ForAnOptOut_EndsWithIt()
    {
        var (first, later) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var optOut = _optOuts.RunAsync(() => first.Task);
        var waiting = _optOuts.LetByAsync();
        var second = _optOuts.RunAsync(() => later.Task);
        waiting.IsCompleted.ShouldBeFalse();

        first.SetResult(7);
        await waiting;

        (await optOut).ShouldBe(7);
        second.IsCompleted.ShouldBeFalse();
        later.SetResult(8);
        (await second).ShouldBe(8);
    }

    [Fact]
    public async Task Waiting_ForAnOptOutThatFails_EndsQuietly()
    {
        var failing = new TaskCompletionSource<int>();
        var optOut = _optOuts.RunAsync(() => failing.Task);
        var waiting = _optOuts.LetByAsync();

        failing.SetException(new IOException("no"));
        await waiting;

        await Should.ThrowAsync<IOException>(() => optOut);
        _optOuts.LetByAsync().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_ForAnOptOutThatDoesNotEnd_IsNotForEver()
    {
        var never = new TaskCompletionSource<int>();
        var optOut = _optOuts.RunAsync(() => never.Task);

        await _optOuts.LetByAsync();

        optOut.IsCompleted.ShouldBeFalse();
    }
}
