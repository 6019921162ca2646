using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

/// <summary>Grains that are idle for two seconds are collected here.</summary>
public sealed class CollectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    private EngineHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await EngineHost.StartAsync(new EngineSetup
    {
        CollectionAge = TimeSpan.FromSeconds(2),
        CollectionQuantum = TimeSpan.FromSeconds(1),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task IdleGrain_AfterItsAge_IsCollected()
    {
        var (grain, probe) = Own<IPlainGrain>("idle");
        await grain.PingAsync();

        await _host.PassUntilAsync(() => probe.Has("left: ActivationIdle"));
        await grain.PingAsync();

        probe.Count("active").ShouldBe(2);
    }

    [Fact]
    public async Task Grain_ThatStillHasAReasonToStay_IsNotCollected()
    {
        var (busy, busyProbe) = Own<IPlainGrain>("busy");
        var (kept, keptProbe) = Own<IKeptGrain>("kept");
        var (patient, patientProbe) = Own<IPatientGrain>("patient");
        var (delayed, delayedProbe) = Own<IPlainGrain>("delayed");
        var (ticking, tickingProbe) = Own<ITimerGrain>("ticking");
        var running = busy.HoldAsync("a");
        await kept.PingAsync();
        await patient.PingAsync();
        await delayed.StayAsync(TimeSpan.FromMinutes(1));
        await ticking.StartAsync(new TimerPlan { Due = TimeSpan.FromSeconds(1), Period = TimeSpan.FromSeconds(1), KeepAlive = true });

        await _host.PassAsync(Long);

        foreach (var probe in new[] { busyProbe, keptProbe, patientProbe, delayedProbe, tickingProbe })
            probe.Has("left: ActivationIdle").ShouldBeFalse();
        busyProbe.Open("a");
        await running;
    }

    [Fact]
    public async Task Grain_WithATimerThatDoesNotKeepItAlive_IsCollectedAndItsTimerEnds()
    {
        var (grain, probe) = Own<ITimerGrain>("fading");
        await grain.StartAsync(new TimerPlan { Due = TimeSpan.FromMilliseconds(300), Period = TimeSpan.FromMilliseconds(300) });

        await _host.PassUntilAsync(() => probe.Has("left: ActivationIdle"));
        var ticks = probe.Count("tick");
        await _host.PassAsync(TimeSpan.FromSeconds(1));

        probe.Count("tick").ShouldBe(ticks);
    }

    private (T Grain, Probe Probe) Own<T>(string name)
        where T : Orleans.IGrainWithStringKey =>
        (_host.Grains.GetGrain<T>($"test/collection/{name}"), Probe.Of($"test/collection/{name}"));
}
