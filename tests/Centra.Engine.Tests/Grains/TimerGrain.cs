using Orleans;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Grains;

/// <summary>The timer that a test wants.</summary>
[GenerateSerializer, Immutable, Alias("centra.test.TimerPlan")]
public sealed record TimerPlan
{
    [Id(0)]
    public TimeSpan Due { get; init; }

    [Id(1)]
    public TimeSpan Period { get; init; }

    [Id(2)]
    public bool KeepAlive { get; init; }

    [Id(3)]
    public bool Interleave { get; init; }

    /// <summary>What every tick waits at; null: nothing.</summary>
    [Id(4)]
    public string? Gate { get; init; }

    [Id(5)]
    public bool Fails { get; init; }
}

public interface ITimerGrain : IGrainWithStringKey
{
    Task StartAsync(TimerPlan plan);

    Task ChangeAsync(TimeSpan due, TimeSpan period);

    Task StopAsync();

    Task HoldAsync(string gate);
}

public sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;

    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public Task StartAsync(TimerPlan plan)
    {
        _timer = this.RegisterGrainTimer(TickAsync, plan,
            new GrainTimerCreationOptions(plan.Due, plan.Period) { Interleave = plan.Interleave, KeepAlive = plan.KeepAlive });
        return Task.CompletedTask;
    }

    public Task ChangeAsync(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task StopAsync()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task HoldAsync(string gate)
    {
        Probe.Note($"+{gate}");
        await Probe.PassAsync(gate);
        Probe.Note($"-{gate}");
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Probe.Note($"left: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    private async Task TickAsync(TimerPlan plan, CancellationToken cancel)
    {
        Probe.Note("tick");
        using var told = cancel.Register(() => Probe.Note("timer over"));
        if (plan.Gate is { } gate)
            await HoldAsync(gate);
        if (plan.Fails)
            throw new OutcomeException("a tick failed");
    }
}
