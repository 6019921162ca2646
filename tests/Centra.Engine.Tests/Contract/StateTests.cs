using Centra.Engine.Tests.Grains;
using Centra.Storage;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Engine.Tests.Contract;

public class StateTests(EngineFixture fixture) : EngineTest(fixture)
{
    private const string State = "test-state";

    [Fact]
    public async Task State_WhereNothingIsStored_HasTheDefaultsOfItsType()
    {
        var (grain, _) = Own<IStateGrain>();

        (await grain.GetAsync()).ShouldBe(new StateView(null, 0, 0, null, false));
    }

    [Fact]
    public async Task State_Written_IsThereInTheNextActivationBeforeItActivates()
    {
        var (grain, probe) = Own<IStateGrain>();
        await grain.SetAsync("first", 7);
        await grain.LeaveAsync();
        await EngineHost.UntilAsync(() => probe.Has("left: ApplicationRequested"));

        (await grain.GetAsync()).ShouldBe(new StateView("first", 7, 1, "1", true));

        probe.Notes.ShouldBe(["active with nothing", "left: ApplicationRequested", "active with first"]);
    }

    [Fact]
    public async Task Write_OverAnother_FailsAndEndsTheActivation()
    {
        var (grain, probe) = Own<IStateGrain>();
        await grain.SetAsync("mine", 1);
        await WriteBehindAsync(grain, "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => grain.SetAsync("mine again", 2));

        await EngineHost.UntilAsync(() => probe.Has("left: ApplicationError"));
        (await grain.GetAsync()).Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task Write_OverAnother_EndsTheActivationThatWroteAndNotItsCaller()
    {
        var (caller, callersProbe) = Own<IStateGrain>();
        const string other = "test/state/other";
        await caller.SetAsInAnotherGrainAsync(other, "mine");
        await WriteBehindAsync(Host.Grains.GetGrain<IStateGrain>(other), "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => caller.SetAsInAnotherGrainAsync(other, "again"));

        await EngineHost.UntilAsync(() => Probe.Of(other).Has("left: ApplicationError"));
        await EngineHost.SettleAsync();
        callersProbe.Notes.ShouldBe(["active with nothing"]);
    }

    [Fact]
    public async Task FirstWrite_AfterAnothersFirstWrite_Fails()
    {
        var (grain, probe) = Own<IStateGrain>();
        await grain.GetAsync();
        await WriteBehindAsync(grain, "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => grain.SetAsync("mine", 1));

        await EngineHost.UntilAsync(() => probe.Has("left: ApplicationError"));
        (await grain.GetAsync()).Text.ShouldBe("theirs");
    }

    [Fact]
    public async Task Write_ThatTheStorageFails_ReachesTheCallerAndKeepsWhatIsStored()
    {
        var (grain, _) = Own<IStateGrain>();
        await grain.SetAsync("kept", 1);
        Host.Storage.FailNextWrite(grain.GetGrainId(), new StorageUnavailableException("The disk is full."));

        (await Should.ThrowAsync<OrleansException>(() => grain.SetAsync("lost", 2))).InnerException.ShouldBeOfType<StorageUnavailableException>();

        (await grain.ReadAgainAsync()).ShouldBe(new StateView("kept", 1, 1, "1", true));
        (await grain.SetAsync("after", 3)).Etag.ShouldBe("2");
    }

    [Fact]
    public async Task Clear_OfAState_LeavesTheDefaultsAndCanBeWrittenAgain()
    {
        var (grain, probe) = Own<IStateGrain>();
        await grain.SetAsync("gone", 1);

        (await grain.ClearAsync()).ShouldBe(new StateView(null, 0, 0, "2", false));

        await grain.LeaveAsync();
        await EngineHost.UntilAsync(() => probe.Has("left: ApplicationRequested"));
        (await grain.GetAsync()).Exists.ShouldBeFalse();
        (await grain.SetAsync("back", 2)).ShouldBe(new StateView("back", 2, 1, "3", true));
    }

    [Fact]
    public async Task State_TouchedOutsideOfTheGrainsTurns_Throws()
    {
        var (grain, _) = Own<IStateGrain>();

        (await grain.TouchOutsideOfTurnsAsync()).ShouldBe("refused");
    }

    private async Task WriteBehindAsync(IStateGrain grain, string text)
    {
        var record = new GrainState<StateRecord>();
        await Host.Storage.ReadStateAsync(State, grain.GetGrainId(), record);
        record.State = new StateRecord { Text = text };
        await Host.Storage.WriteStateAsync(State, grain.GetGrainId(), record);
    }
}
