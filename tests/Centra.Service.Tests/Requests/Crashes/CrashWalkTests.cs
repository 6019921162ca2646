#if !CENTRA_ORLEANS
using Centra.Storage;

namespace Centra.Service.Tests.Requests;

/// <summary>
/// Every command is cut off after each of its writes, the silo started again, and the command repeated until it is answered. What comes of the
/// life is what comes of one that was never cut off.
/// </summary>
public sealed class CrashWalkTests(CrashApp shared) : IClassFixture<CrashApp>
{
    // A sweep writes for whatever is due, in other lives too.
    private const int MostCuts = 100;

    public static TheoryData<string> Names => [.. RequestLives.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Life_CutOffAfterEveryWrite_IsTheSameLife(string name)
    {
        var (whole, cut, cuts) = (await WholeAsync(name), new LifeScene(shared.Cast), 0);
        foreach (var step in RequestLives.Of(name, shared.Cast))
            cuts += await CutAsync(cut, step);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: cut off {cuts} times");
        LifePortrait.Difference(await LifePortrait.OfAsync(cut), whole).ShouldBeNull();
    }

    [Theory]
    [InlineData("paper")]
    [InlineData("free")]
    public async Task Life_WhoseTrailFailsAtEveryCommand_IsTheSameLife(string name)
    {
        var (whole, torn) = (await WholeAsync(name), new LifeScene(shared.Cast));
        foreach (var step in RequestLives.Of(name, shared.Cast))
            await TearAsync(torn, step);
        LifePortrait.Difference(await LifePortrait.OfAsync(torn), whole).ShouldBeNull();
    }

    private async Task<string> WholeAsync(string name)
    {
        var scene = new LifeScene(shared.Cast);
        foreach (var step in RequestLives.Of(name, shared.Cast))
            (await step.SendAsync(scene, await step.ReadyAsync(scene), NewKey())).ShouldBeTaken(step);
        return await LifePortrait.OfAsync(scene);
    }

    private async Task<int> CutAsync(LifeScene scene, LifeStep step)
    {
        var (ready, key, cuts) = (await step.ReadyAsync(scene), NewKey(), 0);
        for (; ; cuts++)
        {
            cuts.ShouldBeLessThan(MostCuts, step.ToString());
            // Without a key each try is another command, and begins at its first write.
            shared.Storage.DieAt(step.HasKey ? 1 : cuts + 1, isDone: true);
            var answer = await CutOff.TryAsync(scene, step, ready, key);
            if (shared.Storage.Spare())
            {
                await shared.RestartAsync();
                continue;
            }
            answer.ShouldBeTaken(step);
            (await step.SendAsync(scene, ready, key)).ShouldBe(answer, step.ToString());
            await shared.SweepAsync();
            return cuts;
        }
    }

    // Command and silo end with nothing of it in the read model; the sweep of the next silo brings it there.
    private async Task TearAsync(LifeScene scene, LifeStep step)
    {
        var (ready, key) = (await step.ReadyAsync(scene), NewKey());
        await shared.BreakTrailAsync(true);
        var answer = await step.SendAsync(scene, ready, key);
        await shared.RestartAsync();
        await shared.BreakTrailAsync(false);
        await shared.SweepAsync();
        answer.ShouldBeTaken(step);
        (await step.SendAsync(scene, ready, key)).ShouldBe(answer, step.ToString());
    }

    private string NewKey() => shared.Cast.App.Get<IdSource>().NewId("key");
}

/// <summary>Commands to a silo that may die over them.</summary>
internal static class CutOff
{
    /// <summary>Sends, and takes a storage that has ended for no answer.</summary>
    public static async Task<LifeAnswer> TryAsync(LifeScene scene, LifeStep step, object? ready, string key)
    {
        try
        {
            return await step.SendAsync(scene, ready, key);
        }
        catch (Exception ended) when ((ended.InnerException ?? ended) is StorageUnavailableException)
        {
            return new LifeAnswer(false, ended.Message);
        }
    }
}
#endif
