using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>The timers of one activation.</summary>
internal sealed class GrainTimers(Activation owner) : IDisposable
{
    private readonly List<GrainTimer> _timers = [];

    public IGrainTimer Add(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        if (Activation.Current != owner)
            throw new InvalidOperationException("A timer can only be registered in a turn of its grain.");
        var timer = new GrainTimer(owner, callback, options);
        _timers.Add(timer);
        return timer;
    }

    public void Remove(GrainTimer timer) => _timers.Remove(timer);

    public void Dispose()
    {
        foreach (var timer in _timers.ToArray())
            timer.Dispose();
    }
}
