namespace Centra.Embedded;

/// <summary>How long an activation was not used, against how long it may be.</summary>
internal sealed class IdleTime(EngineClock clock, TimeSpan limit)
{
    private long _lastUsed = clock.Now;
    private long _notBefore;

    public bool IsOver => limit != TimeSpan.MaxValue && clock.Now >= _notBefore && clock.Since(_lastUsed) >= limit;

    public void Restart() => _lastUsed = clock.Now;

    /// <summary>A negative span takes an earlier delay back.</summary>
    public void Delay(TimeSpan span) => _notBefore = span < TimeSpan.Zero ? 0 : clock.After(span);
}
