using Centra.Engine.Tests.Grains;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Contract;

public class ContextTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Value_SetByTheCaller_TravelsWithTheCallAndItsCalls()
    {
        var (grain, _) = Own<IContextGrain>();
        RequestContext.Set("who", "me");

        (await grain.ReadAsync("who")).ShouldBe("me");
        (await grain.ReadThroughAsync("test/context/other", "who")).ShouldBe("me");
    }

    [Fact]
    public async Task Value_OfOneCall_IsNotSeenByTheNext()
    {
        var (grain, _) = Own<IContextGrain>();
        RequestContext.Set("who", "me");
        await grain.ReadAsync("who");
        RequestContext.Clear();

        (await grain.ReadAsync("who")).ShouldBeNull();
    }

    [Fact]
    public async Task Value_SetByTheGrain_DoesNotTravelBack()
    {
        var (grain, _) = Own<IContextGrain>();

        await grain.SetAsync("who", "the grain");

        RequestContext.Get("who").ShouldBeNull();
    }

    [Fact]
    public async Task Value_OfTheCallThatRegisteredATimer_IsNotSeenByItsTicks()
    {
        var (grain, probe) = Own<IContextGrain>();
        RequestContext.Set("who", "me");

        await grain.ReadInATimerAsync("who");

        await Host.PassUntilAsync(() => probe.Notes.Count == 1);
        probe.Notes.ShouldBe(["tick with nothing"]);
    }
}
