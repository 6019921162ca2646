namespace Centra.Testing;

/// <summary>The machine's time and timers, but on another day, which a test can move.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift = TimeSpan.FromDays(1).Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    /// <summary>Moves the date on; timers do not notice.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
