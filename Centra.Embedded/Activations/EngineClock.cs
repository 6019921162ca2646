namespace Centra.Embedded;

/// <summary>Timestamps that only go forward, and spans between them.</summary>
internal sealed class EngineClock(TimeProvider time)
{
    public TimeProvider Time => time;

    public long Now => time.GetTimestamp();

    /// <summary>The timestamp after a span; never, for an infinite one.</summary>
    public long After(TimeSpan span) =>
        span < TimeSpan.Zero || span == TimeSpan.MaxValue ? long.MaxValue : Now + (long)(span.TotalSeconds * time.TimestampFrequency);

    public TimeSpan Since(long timestamp) => time.GetElapsedTime(timestamp);
}
