using System.Globalization;

namespace Centra.Storage;

/// <summary>Checks the entries of one stream as they come: every hash again, every link, every place.</summary>
internal sealed class StreamCheck(string stream, IReadOnlyDictionary<long, string> signed, Action<AuditFault> fault)
{
    private long _last;
    private string _hash = "";
    private long _lastRemoved;
    private readonly List<long> _empty = [];

    /// <summary>Where the stream ends.</summary>
    public long Last => _last;

    /// <summary>The hash it ends with.</summary>
    public string Hash => _hash;

    /// <summary>Entries whose content was lawfully removed.</summary>
    public int Removed => _empty.Count(position => position < _lastRemoved);

    /// <summary>Takes the next entry in.</summary>
    public void Add(EventRow row)
    {
        var gap = row.Position - _last - 1;
        if (gap > 0)
            Say(AuditFaultKind.Removed, _last + 1, gap == 1 ? "is missing" : $"and the {gap - 1} after it are missing");
        if (!EventHash.Fits(row))
            SayChanged(row);
        else if (gap == 0 && row.PreviousHash != _hash)
            Say(AuditFaultKind.Changed, row.Position, "does not follow from the entry before it: one of the two was changed and hashed again");
        else if (signed.TryGetValue(row.Position, out var hash) && hash != row.Hash)
            Say(AuditFaultKind.Changed, row.Position, "or one before it was changed after a checkpoint had signed it");
        Note(row);
    }

    /// <summary>Compares the end with the grain's state and with the checkpoints.</summary>
    public void End(StateHead? state)
    {
        foreach (var position in _empty.Where(position => position > _lastRemoved))
            Say(AuditFaultKind.ContentGone, position, "has lost its content, and nothing later in the stream says by which rule");
        var known = Math.Max(state?.Drained ?? 0, signed.Keys.DefaultIfEmpty().Max());
        if (known > _last)
            Say(AuditFaultKind.Truncated, _last + 1, $"and what follows are missing: there were {known.ToString(CultureInfo.InvariantCulture)}");
        else if (state is null)
            Say(AuditFaultKind.StatePutBack, _last, "has no state of its grain any more");
        else if (state.Position < _last)
            Say(AuditFaultKind.StatePutBack, state.Position, $"is where the state of the grain stands, and the entries go on to {_last}: the state was put back");
        else if (state.Position == _last ? state.Hash != _hash : state.Drained == _last && state.OutboxPrevious is { } previous && previous != _hash)
            Say(AuditFaultKind.Changed, _last, "is not the one that the state of the grain knows");
    }

    private void Note(EventRow row)
    {
        (_last, _hash) = (row.Position, row.Hash);
        if (Tombstone.HashOf(row.Payload) is not null)
            _empty.Add(row.Position);
        if (row.Type == Tombstone.RemovalEvent)
            _lastRemoved = row.Position;
    }

    // An entry that is whole but for its place was moved; the place that its hash was made for is looked for nearby.
    private void SayChanged(EventRow row)
    {
        const int near = 1000;
        for (var place = Math.Max(1, row.Position - near); place <= row.Position + near; place++)
        {
            if (place == row.Position || !EventHash.Fits(row with { Position = place }))
                continue;
            Say(AuditFaultKind.Reordered, row.Position, $"is the one that was written at {place.ToString(CultureInfo.InvariantCulture)}");
            return;
        }
        Say(AuditFaultKind.Changed, row.Position, "is not what was hashed: it was changed");
    }

    private void Say(AuditFaultKind kind, long position, string words) => fault(new AuditFault(kind, stream, position, words));
}
