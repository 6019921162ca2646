using Centra.Copying;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>The ids of copies within one slice: the one a record has, the one it was promised, or a new random one.</summary>
internal sealed class CopyIds(Dictionary<Key128, ResourceHead> heads, Dictionary<Key128, byte[]> promised, CopyMaking copies)
{
    private readonly Dictionary<Key128, byte[]> _made = [];

    /// <summary>The id of a record's copy.</summary>
    public byte[] Of(Key128 record)
    {
        if (heads.TryGetValue(record, out var head) && head.CopyId is { } has)
            return has;
        if (promised.TryGetValue(record, out var promise))
            return promise;
        if (!_made.TryGetValue(record, out var made))
            _made[record] = made = copies.NewId();
        return made;
    }

    /// <summary>Those of the references whose records have no copy yet: their ids have to be kept for them.</summary>
    public IReadOnlyList<(Key128 Id, byte[] CopyId)> Promises(IEnumerable<Key128> references) =>
        [.. references.Where(_made.ContainsKey).Select(id => (id, _made[id]))];
}
