namespace Centra.Service.Tests.Hosts;

/// <summary>Real time that can be set forward: what expires does so without waiting, and what runs in the background runs on.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    /// <summary>Sets time forward.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
