#if !CENTRA_ORLEANS
using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>Cut off between two grains, and nobody sends it again: the clock completes what was half done.</summary>
public sealed class UnrepeatedCrashTests(CrashApp shared) : IClassFixture<CrashApp>
{
    [Theory]
    [InlineData("whole", RequestCommandKind.ConfirmPayment, 1, true, "fulfilment executed")]
    [InlineData("whole", RequestCommandKind.ApproveRelease, 2, false, "active executed")]
    [InlineData("paper", RequestCommandKind.Countersign, 2, false, "fulfilment executed")]
    [InlineData("paper", RequestCommandKind.RecordReversal, 1, true, "active executed paused")]
    [InlineData("provider", RequestCommandKind.ReceiveProviderEvent, 1, true, "fulfilment executed")]
    [InlineData("free", RequestCommandKind.ApproveRelease, 2, true, "closed active executed")]
    [InlineData("declined", RequestCommandKind.DeclineAgreement, 1, true, "declined declined")]
    [InlineData("denied", RequestCommandKind.Withdraw, 1, true, "withdrawn ended")]
    [InlineData("lapsed", RequestCommandKind.Tick, 1, true, "declined lapsed")]
    public async Task Command_ThatNobodyRepeats_IsCompletedByTheClock(string name, RequestCommandKind kind, int write, bool isDone, string left)
    {
        var (scene, steps) = (new LifeScene(shared.Cast), RequestLives.Of(name, shared.Cast).ToList());
        var last = steps.FindLastIndex(step => step.Kind == kind);
        foreach (var step in steps.Take(last))
            (await step.SendAsync(scene, await step.ReadyAsync(scene), NewKey())).ShouldBeTaken(step);

        var ready = await steps[last].ReadyAsync(scene);
        shared.Storage.DieAt(write, isDone);
        await CutOff.TryAsync(scene, steps[last], ready, NewKey());
        shared.Storage.Spare().ShouldBeTrue();
        await shared.RestartAsync();
        await shared.SweepAsync();
        await shared.Cast.App.HousekeepAsync("request-clock");

        (await StandingAsync(scene)).ShouldBe(left);
    }

    private static async Task<string> StandingAsync(LifeScene scene)
    {
        var parents = await Task.WhenAll(scene.Ids.SkipLast(1).Select(id => new RequestStory(scene.Cast, id).StageAsync()));
        var seen = await scene.Story.SeenBy("auditor");
        var agreement = (await scene.Cast["auditor"].Client.GetAsync($"/api/agreements/{scene.Id}").Json()).Text("standing");
        return string.Join(' ', [.. parents, seen.Text("stage"), agreement, .. seen.Has("paused") ? ["paused"] : Array.Empty<string>()]);
    }

    private string NewKey() => shared.Cast.App.Get<IdSource>().NewId("key");
}
#endif
