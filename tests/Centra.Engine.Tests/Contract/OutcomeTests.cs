using Centra.Engine.Tests.Grains;
using Orleans;

namespace Centra.Engine.Tests.Contract;

public class OutcomeTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Answer_OfEveryShape_ReachesTheCaller()
    {
        var (grain, probe) = Own<IOutcomeGrain>();

        (await grain.TwiceAsync(21)).ShouldBe(42);
        (await grain.QuickTwiceAsync(4)).ShouldBe(8);
        (await grain.NothingAsync()).ShouldBeNull();
        await grain.NoteAsync("noted");
        probe.Notes.ShouldBe(["noted"]);
    }

    [Fact]
    public async Task Exception_AfterAnAwait_ReachesTheCallerAsItself()
    {
        var (grain, _) = Own<IOutcomeGrain>();

        (await Should.ThrowAsync<OutcomeException>(grain.FailAsync)).Message.ShouldBe("late");
    }

    [Fact]
    public async Task Exception_BeforeTheTask_ReachesTheCallerAsItself()
    {
        var (grain, _) = Own<IOutcomeGrain>();

        (await Should.ThrowAsync<OutcomeException>(grain.FailBeforeTheTaskAsync)).Message.ShouldBe("early");
        (await grain.TwiceAsync(1)).ShouldBe(2);
    }

    [Fact]
    public async Task Exception_OfACalledGrain_CanBeCaughtByTheCallingGrain()
    {
        var (grain, _) = Own<IOutcomeGrain>();

        (await grain.FailThroughAsync("test/outcome/other")).ShouldBe("late");
    }

    [Fact]
    public async Task GrainId_OfAGrain_IsItsKindAndKey()
    {
        var (grain, _) = Own<IOutcomeGrain>();
        var key = grain.GetPrimaryKeyString();

        (await grain.IdsAsync()).ShouldBe($"outcome/{key} outcome {key}");
        grain.GetGrainId().ToString().ShouldBe($"outcome/{key}");
    }

    [Fact]
    public async Task Reference_GivenToAGrain_CanBeCalledThere()
    {
        var (grain, _) = Own<IOutcomeGrain>();

        (await grain.TwiceThroughMyselfAsync("test/second", 5)).ShouldBe(10);
    }
}
