namespace Centra.Embedded;

/// <summary>Messages in the order of arrival, linked through themselves, so that one can leave from the middle.</summary>
internal sealed class MessageLine
{
    private Message? _first;
    private Message? _last;
    private int _readers;
    private int _interleavers;

    public bool IsEmpty => _first is null;

    public void Add(Message message)
    {
        message.Next = null;
        if (_last is null)
            _first = message;
        else
            _last.Next = message;
        _last = message;
        Count(message, 1);
    }

    /// <summary>The first that may go; those before it that nobody waits for any more are dropped.</summary>
    public Message? Take(Admission admitted, long now)
    {
        if (NoneIs(admitted))
            return null;
        Message? before = null;
        for (var message = _first; message is not null; message = message.Next)
        {
            var late = message.Deadline <= now;
            if (late || message.IsOver)
            {
                Unlink(before, message);
                if (late)
                    message.TimeOut();
                continue;
            }
            if (May(message, admitted))
            {
                Unlink(before, message);
                return message;
            }
            before = message;
        }
        return null;
    }

    public void TakeExpired(long now, List<Message> into)
    {
        Message? before = null;
        for (var message = _first; message is not null; message = message.Next)
        {
            if (message.Deadline > now && !message.IsOver)
            {
                before = message;
                continue;
            }
            Unlink(before, message);
            if (!message.IsOver)
                into.Add(message);
        }
    }

    public List<Message> TakeAll()
    {
        var all = new List<Message>();
        for (var message = _first; message is not null; message = message.Next)
            all.Add(message);
        _first = _last = null;
        _readers = _interleavers = 0;
        return all;
    }

    // Without this, a busy grain with a long line would go through all of it on every arrival.
    private bool NoneIs(Admission admitted) => admitted switch
    {
        Admission.Any => _first is null,
        Admission.Readers => _readers + _interleavers == 0,
        _ => _interleavers == 0,
    };

    private static bool May(Message message, Admission admitted) => admitted switch
    {
        Admission.Any => true,
        Admission.Readers => message.IsReadOnly || message.AlwaysInterleaves,
        _ => message.AlwaysInterleaves,
    };

    private void Unlink(Message? before, Message message)
    {
        if (before is null)
            _first = message.Next;
        else
            before.Next = message.Next;
        if (_last == message)
            _last = before;
        Count(message, -1);
    }

    private void Count(Message message, int by)
    {
        if (message.AlwaysInterleaves)
            _interleavers += by;
        else if (message.IsReadOnly)
            _readers += by;
    }
}
