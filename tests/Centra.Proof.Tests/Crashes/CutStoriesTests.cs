using Centra.ReviewLane;

namespace Centra.Proof.Crashes;

/// <summary>The process dies after each durable write in turn, and again while it starts; the client sends again what was not answered.</summary>
public sealed class CutOptOutTests
{
    [Fact]
    public Task OptOut_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new OptOutStory(), atLeast: 5);

    [Fact]
    public Task FileOfOptOuts_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new OptOutFileStory(), atLeast: 8);

    [Fact]
    public Task Reinstatement_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new ReinstatementStory(), atLeast: 3);
}

/// <summary>The same of officers, practices and operators.</summary>
public sealed class CutStoriesTests
{
    [Fact]
    public Task FindingTheSame_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new VerdictStory(ReviewVerdict.Same), atLeast: 4);

    [Fact]
    public Task FindingSomeoneElse_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new VerdictStory(ReviewVerdict.SomeoneElse), atLeast: 4);

    [Fact]
    public Task Dispute_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new DisputeStory(), atLeast: 2);

    [Fact]
    public Task BatchOfUpdates_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new UpdateStory(), atLeast: 6);

    [Fact]
    public Task Rekeying_CutAnywhere_EndsAsIfItHadNotBeen() => Run.AllAsync(new RekeyingStory(), atLeast: 8);
}

internal static class Run
{
    /// <summary>All cuts of a story, of which there are so many at least.</summary>
    public static async Task AllAsync(Story story, int atLeast)
    {
        using var cutting = new Cutting(story);
        (await cutting.RunAsync()).ShouldBeGreaterThanOrEqualTo(atLeast);
    }
}
