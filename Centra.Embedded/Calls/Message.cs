namespace Centra.Embedded;

/// <summary>Something that waits for its turn on an activation: a call or a timer's tick.</summary>
internal abstract class Message
{
    /// <summary>The timestamp after which it must not be begun any more.</summary>
    public long Deadline { get; protected init; } = long.MaxValue;

    public bool IsReadOnly { get; protected init; }

    public bool AlwaysInterleaves { get; protected init; }

    /// <summary>Whether running it counts as using the grain.</summary>
    public bool KeepsAlive { get; protected init; } = true;

    /// <summary>The next one in the line that it stands in.</summary>
    public Message? Next { get; set; }

    /// <summary>Where it runs, once it was begun.</summary>
    public Activation? Target { get; set; }

    /// <summary>Whether nobody waits for it any more.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Runs it in a turn. Never throws: the outcome goes to whoever waits.</summary>
    public abstract Task RunAsync(Activation target);

    /// <summary>Its time is up; it may be running.</summary>
    public abstract void TimeOut();

    /// <summary>It will not be run, for this reason.</summary>
    public abstract void Refuse(Exception reason);

    /// <summary>Its activation ended before it was begun.</summary>
    public abstract void Forward();
}
