namespace Centra.Service.Tests.Hosts;

/// <summary>
/// Real time that can be set forward: what expires does so without waiting, and what runs in the background runs on. But what runs every minute, or less often, does
/// not run by itself: tests call it, and it must not come in between where a machine is so slow that a minute goes by.
/// </summary>
public sealed class ShiftedClock : TimeProvider
{
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(50);
    private long _shift;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SoonOrNever(base.CreateTimer(callback, state, Due(dueTime), period));

    /// <summary>Sets time forward.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);

    private static TimeSpan Due(TimeSpan wait) => wait < Seldom ? wait : Timeout.InfiniteTimeSpan;

    private sealed class SoonOrNever(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Due(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
