namespace Centra.Storage;

/// <summary>Goes through all entries of the trail, stream by stream, and then through the streams that should be there and are not.</summary>
internal sealed class TrailCheck(Dictionary<string, StateHead> states, SignedHeads signed, Action<AuditFault> fault)
{
    private readonly HashSet<string> _seen = [];
    private StreamCheck? _check;
    private string? _stream;

    public int Streams => _seen.Count;

    public long Events { get; private set; }

    public long Removed { get; private set; }

    public long Waiting { get; private set; }

    public async Task ReadAsync(DbSession read)
    {
        await using var rows = await read.Command(
            "select stream, position, type, payload, actor, at, command_id, previous_hash, hash from event order by stream, position").ExecuteReaderAsync();
        while (await rows.ReadAsync())
            Add(EventList.Read(rows));
        EndStream();
    }

    /// <summary>Streams without an entry, that a state or a checkpoint knows.</summary>
    public void EndMissing()
    {
        foreach (var stream in states.Keys.Concat(signed.Streams).Distinct().Where(stream => !_seen.Contains(stream)).Order(StringComparer.Ordinal).ToList())
        {
            var known = Math.Max(states.GetValueOrDefault(stream)?.Drained ?? 0, signed.Of(stream).Keys.DefaultIfEmpty().Max());
            if (known > 0)
                fault(new AuditFault(AuditFaultKind.StreamRemoved, stream, 1, $"and all others are missing: there were {known}"));
            else
                Waiting += states[stream].Position;
        }
    }

    private void Add(EventRow row)
    {
        if (row.Stream != _stream)
        {
            EndStream();
            (_stream, _check) = (row.Stream, new StreamCheck(row.Stream, signed.Of(row.Stream), fault));
            _seen.Add(row.Stream);
        }
        _check!.Add(row);
        Events++;
    }

    private void EndStream()
    {
        if (_check is null)
            return;
        var state = states.GetValueOrDefault(_stream!);
        _check.End(state);
        Removed += _check.Removed;
        Waiting += Math.Max(0, (state?.Position ?? 0) - _check.Last);
    }
}
