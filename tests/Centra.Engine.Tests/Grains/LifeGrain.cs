using Orleans;

namespace Centra.Engine.Tests.Grains;

public interface ILifeGrain : IGrainWithStringKey
{
    Task PingAsync();

    Task HoldAsync(string gate);

    Task LeaveAsync();

    Task LeaveAfterAsync(string gate);

    Task LeaveSlowlyAsync(string gate);

    Task StayAsync(TimeSpan longer);
}

public interface IPlainGrain : ILifeGrain;

public interface IKeptGrain : ILifeGrain;

public interface IPatientGrain : ILifeGrain;

/// <summary>Notes when it comes and goes.</summary>
public abstract class NotingGrain : Grain
{
    private string? _leavesThrough;

    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Probe.Note("activating");
        await Probe.OnActivate(cancellationToken);
        Probe.Note("active");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_leavesThrough is { } gate)
            await HoldAsync(gate);
        Probe.Note($"left: {reason.ReasonCode}");
    }

    public Task PingAsync()
    {
        Probe.Note("ping");
        return Task.CompletedTask;
    }

    public async Task HoldAsync(string gate)
    {
        Probe.Note($"+{gate}");
        await Probe.PassAsync(gate);
        Probe.Note($"-{gate}");
    }

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task LeaveAfterAsync(string gate)
    {
        DeactivateOnIdle();
        return HoldAsync(gate);
    }

    public Task LeaveSlowlyAsync(string gate)
    {
        _leavesThrough = gate;
        return LeaveAsync();
    }

    public Task StayAsync(TimeSpan longer)
    {
        DelayDeactivation(longer);
        return Task.CompletedTask;
    }
}

public sealed class PlainGrain : NotingGrain, IPlainGrain;

[KeepAlive]
public sealed class KeptGrain : NotingGrain, IKeptGrain;

[CollectionAgeLimit(Hours = 1)]
public sealed class PatientGrain : NotingGrain, IPatientGrain;
