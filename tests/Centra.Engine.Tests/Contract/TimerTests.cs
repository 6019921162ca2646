using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

public class TimerTests(EngineFixture fixture) : EngineTest(fixture)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    [Fact]
    public async Task Timer_WithAPeriod_TicksAgainAndAgain()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Soon });

        await Host.PassUntilAsync(() => probe.Count("tick") >= 3);
    }

    [Fact]
    public async Task Timer_WithoutPeriod_TicksOnce()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Never });

        await Host.PassAsync(4 * Soon);

        probe.Notes.ShouldBe(["tick"]);
    }

    [Fact]
    public async Task Tick_WhileACallRuns_WaitsForItsTurn()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Never });
        var call = grain.HoldAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        await Host.PassAsync(2 * Soon);
        probe.Has("tick").ShouldBeFalse();

        probe.Open("a");
        await call;

        await EngineHost.UntilAsync(() => probe.Has("tick"));
    }

    [Fact]
    public async Task Tick_OfAnInterleavingTimer_RunsBesideACall()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Never, Interleave = true });
        var call = grain.HoldAsync("a");

        await Host.PassUntilAsync(() => probe.Has("tick"));

        probe.Has("-a").ShouldBeFalse();
        probe.Open("a");
        await call;
    }

    [Fact]
    public async Task Tick_LongerThanThePeriod_IsNotOverlappedAndTakesTheTurn()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Soon, Gate = "g" });
        await Host.PassUntilAsync(() => probe.Has("+g"));
        var call = grain.HoldAsync("a");
        await Host.PassAsync(4 * Soon);
        probe.Notes.ShouldBe(["tick", "+g"]);

        probe.Open("a");
        probe.Open("g");
        await call;

        await Host.PassUntilAsync(() => probe.Count("tick") >= 2);
    }

    [Fact]
    public async Task Tick_ThatFails_IsFollowedByTheNext()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Soon, Fails = true });

        await Host.PassUntilAsync(() => probe.Count("tick") >= 2);
    }

    [Fact]
    public async Task Timer_DisposedDuringATick_TellsTheTickAndTicksNoMore()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = Soon, Period = Soon, Interleave = true, Gate = "g" });
        await Host.PassUntilAsync(() => probe.Has("+g"));

        await grain.StopAsync();
        await EngineHost.UntilAsync(() => probe.Has("timer over"));
        probe.Open("g");
        await Host.PassAsync(3 * Soon);

        probe.Count("tick").ShouldBe(1);
    }

    [Fact]
    public async Task Timer_Changed_TicksAtItsNewTime()
    {
        var (grain, probe) = Own<ITimerGrain>();
        await grain.StartAsync(new TimerPlan { Due = TimeSpan.FromHours(1), Period = Never });

        await grain.ChangeAsync(Soon, Never);

        await Host.PassUntilAsync(() => probe.Has("tick"));
    }
}
