namespace Centra.Embedded;

/// <summary>
/// The messages of one activation: which wait, which run, and which of the waiting may begin beside the running. Used under its
/// scheduler's gate only.
/// </summary>
internal sealed class Inbox(Activation owner, EngineClock clock)
{
    private readonly List<Message> _running = [];
    private readonly MessageLine _waiting = new();

    /// <summary>Whether anything may begin: not before the activation is ready, nor after it was told to end.</summary>
    public bool IsOpen { get; set; }

    public bool IsRunning => _running.Count > 0;

    public bool IsEmpty => _running.Count == 0 && _waiting.IsEmpty;

    public void Add(Message message) => _waiting.Add(message);

    /// <summary>The next message that may begin now, or null.</summary>
    public Message? Take()
    {
        if (!IsOpen || _waiting.IsEmpty)
            return null;
        var taken = _running.Count == 0 ? _waiting.Take(Admission.Any, clock.Now) : _waiting.Take(Admitted(), clock.Now);
        if (taken is not null)
        {
            taken.Target = owner;
            _running.Add(taken);
        }
        return taken;
    }

    public void End(Message message) => _running.Remove(message);

    /// <summary>Those whose time is up; the waiting ones among them leave the line.</summary>
    public void Expired(long now, List<Message> into)
    {
        into.AddRange(_running.Where(message => message.Deadline <= now && !message.IsOver));
        _waiting.TakeExpired(now, into);
    }

    /// <summary>Empties the line.</summary>
    public List<Message> TakeAll() => _waiting.TakeAll();

    // A call that always interleaves hinders nobody; calls that only read hinder those that do not.
    private Admission Admitted() => _running.TrueForAll(message => message.AlwaysInterleaves) ? Admission.Any
        : _running.TrueForAll(message => message.AlwaysInterleaves || message.IsReadOnly) ? Admission.Readers
        : Admission.Interleavers;
}

/// <summary>Which of the waiting messages may begin.</summary>
internal enum Admission
{
    /// <summary>Every one.</summary>
    Any = 1,

    /// <summary>Those that only read, or always interleave.</summary>
    Readers,

    /// <summary>Those that always interleave.</summary>
    Interleavers,
}
