using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>Every command of every life at once and again under one key.</summary>
public sealed class RequestRepeatTests(LivesApp shared) : IClassFixture<LivesApp>
{
    public static TheoryData<string> Names => [.. RequestLives.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task EveryCommand_AtOnceAndAgainUnderOneKey_TakesEffectOnce(string name)
    {
        var (scene, steps) = (new LifeScene(shared.Cast), RequestLives.Of(name, shared.Cast));
        foreach (var step in steps)
            await ThriceAsync(scene, step);
        (await scene.Story.StageAsync()).ShouldBe(RequestLives.EndOf(name));
        var (portrait, once) = (await LifePortrait.OfAsync(scene), new LifeScene(shared.Cast));
        foreach (var step in steps)
            (await step.SendAsync(once, await step.ReadyAsync(once), NewKey())).ShouldBeTaken(step);
        LifePortrait.Difference(portrait, await LifePortrait.OfAsync(once)).ShouldBeNull();
    }

    private async Task ThriceAsync(LifeScene scene, LifeStep step)
    {
        var (ready, key) = (await step.ReadyAsync(scene), NewKey());
        var answers = await Task.WhenAll(step.SendAsync(scene, ready, key), step.SendAsync(scene, ready, key));
        foreach (var answer in answers.Append(await step.SendAsync(scene, ready, key)))
            answer.ShouldBe(answers[0] with { IsTaken = true }, step.ToString());
        await TookEffectAsync(scene, step, key);
    }

    // The key's command is the one that the step says it is; or the trail says so.
    private static async Task TookEffectAsync(LifeScene scene, LifeStep step, string key)
    {
        if (step.IdOf(scene, key) is { } id)
            (await scene.App.Grain<IDataRequestGrain>($"request/{scene.Id}").HasAnswered(id)).ShouldBeTrue(step.ToString());
        if (step.Leaves is not { } type)
            return;
        (await LifePortrait.TrailAsync(scene)).ShouldContain(line => line.StartsWith(type, StringComparison.Ordinal), step.ToString());
    }

    private string NewKey() => shared.Cast.App.Get<IdSource>().NewId("key");
}
