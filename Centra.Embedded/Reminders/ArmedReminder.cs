using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>A reminder that is set to its next tick, which is always in the future: those that were missed are not made up for.</summary>
internal sealed class ArmedReminder : IDisposable
{
    // Timers cannot be set further than some weeks.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(7);

    private readonly EmbeddedEngine _engine;
    private readonly ReminderEntry _entry;
    private readonly IRemindable _grain;
    private readonly ITimer _timer;
    private DateTime _due;

    public ArmedReminder(EmbeddedEngine engine, ReminderEntry entry)
    {
        _engine = engine;
        _entry = entry;
        _grain = engine.Grains.GetGrain<IRemindable>(entry.GrainId);
        _due = entry.StartAt >= Now ? entry.StartAt : NextAfter(Now);
        using (ExecutionContext.SuppressFlow())
            _timer = engine.Clock.Time.CreateTimer(_ => _ = WakeAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    public string? ETag => _entry.ETag;

    private DateTime Now => _engine.Clock.Time.GetUtcNow().UtcDateTime;

    public void Dispose() => _timer.Dispose();

    private void Arm()
    {
        var wait = _due - Now;
        _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < Furthest ? wait : Furthest, Timeout.InfiniteTimeSpan);
    }

    private async Task WakeAsync()
    {
        if (_due <= Now)
        {
            await TickAsync();
            _due = NextAfter(Now);
        }
        Arm();
    }

    private async Task TickAsync()
    {
        try
        {
            await _grain.ReceiveReminder(_entry.ReminderName, new TickStatus(_entry.StartAt, _entry.Period, Now));
        }
        catch (Exception error)
        {
            EngineLog.ReminderFailed(_engine.Log, _entry.GrainId.Type.Name, _entry.ReminderName, error);
        }
    }

    private DateTime NextAfter(DateTime moment)
    {
        var passed = (moment - _entry.StartAt).Ticks / _entry.Period.Ticks;
        return _entry.StartAt + new TimeSpan((passed + 1) * _entry.Period.Ticks);
    }
}
