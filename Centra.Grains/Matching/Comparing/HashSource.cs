namespace Centra.Matching;

/// <summary>
/// Gives the hashes that comparators are built from. The building is run twice over the same identity: the first run only gathers what
/// is to be hashed, so that all of it is hashed at once; the second gets the hashes in the same order.
/// </summary>
internal ref struct HashSource(Span<byte> blocks)
{
    /// <summary>More than any identity has: ten names of 24 letters, and the rest.</summary>
    public const int Most = 512;

    private MacBatch batch = new(blocks);
    private ReadOnlySpan<UInt128> codes;
    private int next;

    /// <summary>Ends the first run.</summary>
    public void Compute(HmacLanes key, Span<UInt128> room)
    {
        batch.Compute(key, room);
        codes = room[..batch.Count];
    }

    public uint Hash(FieldKind kind, scoped ReadOnlySpan<char> text) =>
        text.IsEmpty ? 0 : codes.IsEmpty ? Gather(batch.Add((byte)kind, text)) : Next();

    public uint Hash(FieldKind kind, int number) => codes.IsEmpty ? Gather(batch.Add((byte)kind, number)) : Next();

    private static uint Gather(int position) => (uint)position + 1;

    /// <summary>0 stands for missing, so no hash is 0.</summary>
    private uint Next() => Math.Max(1, (uint)(codes[next++] >> 96));
}
