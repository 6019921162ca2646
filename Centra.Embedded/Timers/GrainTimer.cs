using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>A timer whose ticks stand in line like calls. The next is set only when one has ended, so they never overlap.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Activation _owner;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly ITimer _timer;
    private TimeSpan _period;
    private TimeSpan? _changedTo;
    private bool _ticking;

    public GrainTimer(Activation owner, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, options.Period);
        _owner = owner;
        _callback = callback;
        _period = options.Period;
        Interleaves = options.Interleave;
        KeepsAlive = options.KeepAlive;
        using (ExecutionContext.SuppressFlow())
            _timer = owner.Engine.Clock.Time.CreateTimer(static timer => ((GrainTimer)timer!).Line(), this, options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public bool Interleaves { get; }

    public bool KeepsAlive { get; }

    public bool IsOver => _ended.IsCancellationRequested;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        _period = period;
        _changedTo = dueTime;
        if (!_ticking)
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        if (IsOver)
            return;
        _ended.Cancel();
        _timer.Dispose();
        _owner.Timers.Remove(this);
    }

    /// <summary>Runs one tick, in a turn.</summary>
    public async Task TickAsync()
    {
        _ticking = true;
        _changedTo = null;
        try
        {
            await _callback(_ended.Token);
        }
        catch (Exception error)
        {
            EngineLog.TimerFailed(_owner.Engine.Log, _owner.GrainId.Type.Name, error);
            _owner.EndIfInconsistent(error);
        }
        _ticking = false;
        if (!IsOver)
            _timer.Change(_changedTo ?? _period, Timeout.InfiniteTimeSpan);
    }

    private void Line() => _owner.TryPost(new TimerTick(this));

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        RefuseNegative(dueTime, nameof(dueTime));
        RefuseNegative(period, nameof(period));
    }

    private static void RefuseNegative(TimeSpan span, string name)
    {
        if (span < TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, "A timer's time is not negative; infinite means never.");
    }
}
