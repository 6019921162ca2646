namespace Orleans.Runtime;

/// <summary>A timer of one activation. It ends with it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets it anew; within a tick, for after that tick.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>When a timer ticks and what a tick counts as.</summary>
public struct GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
{
    /// <summary>Until the first tick; infinite: not before it is changed.</summary>
    public TimeSpan DueTime { get; init; } = dueTime;

    /// <summary>From the end of a tick to the next; infinite: there is no next.</summary>
    public TimeSpan Period { get; init; } = period;

    /// <summary>Whether a tick may run beside calls, between two of their awaits.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as using the grain.</summary>
    public bool KeepAlive { get; init; }
}
