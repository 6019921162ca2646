namespace Centra.Testing;

/// <summary>A timer of a <see cref="ManualClock"/>.</summary>
internal sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period;
    private volatile bool _disposed;

    public DateTimeOffset Due { get; set; }

    /// <summary>Of timers due at the same moment, the one set first runs first.</summary>
    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
            return false;
        _period = period;
        clock.Set(this, dueTime);
        return true;
    }

    /// <summary>Runs the callback at its moment; a periodic timer is set again before.</summary>
    public void Fire()
    {
        if (_disposed)
            return;
        if (_period > TimeSpan.Zero)
            clock.Set(this, _period);
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, static timer => ((ManualTimer)timer!).Call(), this);
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Remove(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
