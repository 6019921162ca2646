using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Centra.Register;

/// <summary>
/// Tokens of one shard in memory: the lower eight bytes of each as a fingerprint and the opt-out's ordinal in four, in two arrays
/// with open addressing. A slot follows from the fingerprint's top bits and fingerprints stand in order, so that a search ends at the first
/// that is greater, and a table that grows is read and written in order. However it grows, a token takes less than sixteen bytes.
/// </summary>
public sealed class ShardTable
{
    private const double Load = 0.78;
    private const double Fullest = 0.83;
    private const int Least = 1024;
    private const int LeastTail = 64;
    private const int Group = 32;

    // As many slots as can be hashed to, and behind them a tail for what overflows the last. The last slot of all is always empty.
    private int _slots;
    private ulong[] _fingerprints;
    private uint[] _ordinals;

    /// <summary>A table with room for so many tokens.</summary>
    public ShardTable(long expected = 0)
    {
        _slots = Slots(expected);
        _fingerprints = new ulong[_slots + LeastTail];
        _ordinals = new uint[_slots + LeastTail];
    }

    private ShardTable(int slots, ulong[] fingerprints, uint[] ordinals, int count) => (_slots, _fingerprints, _ordinals, Count) = (slots, fingerprints, ordinals, count);

    /// <summary>How many (token, ordinal) pairs it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of its arrays.</summary>
    public long Bytes => _fingerprints.LongLength * (sizeof(ulong) + sizeof(uint));

    /// <summary>Adds a pair; adding it again changes nothing.</summary>
    public void Add(Key128 token, uint ordinal)
    {
        if (Count + 1 > _slots * Fullest)
            Rebuild(Slots(Count + 1), Tail);
        if (_fingerprints[^2] != 0)
            Rebuild(_slots, 2 * Tail);
        Put(Fingerprint((ulong)token.Value), ordinal);
    }

    /// <summary>Appends the ordinals of the opt-outs that hold a token.</summary>
    public void Find(Key128 token, int position, List<ShardHit> hits)
    {
        var fingerprint = Fingerprint((ulong)token.Value);
        Collect(fingerprint, Slot(fingerprint), position, hits);
    }

    /// <summary>
    /// The same for many tokens, packed sixteen bytes each. The first slots of a group are read before any of them is looked at: where the
    /// table is larger than the processor's caches, memory fetches them side by side.
    /// </summary>
    public void FindAll(ReadOnlySpan<byte> tokens, List<ShardHit> hits)
    {
        Span<ulong> sought = stackalloc ulong[Group], first = stackalloc ulong[Group];
        Span<int> slots = stackalloc int[Group];
        for (var (at, count) = (0, tokens.Length / Key128.Size); at < count; at += Group)
        {
            var size = Math.Min(Group, count - at);
            for (var i = 0; i < size; i++)
            {
                sought[i] = Fingerprint(BinaryPrimitives.ReadUInt64BigEndian(tokens[((at + i) * Key128.Size + sizeof(ulong))..]));
                slots[i] = Slot(sought[i]);
                first[i] = _fingerprints[slots[i]];
            }
            for (var i = 0; i < size; i++)
            {
                if (first[i] != 0)
                    Collect(sought[i], slots[i], at + i, hits);
            }
        }
    }

    /// <summary>Another table with the same content, which stays as it is while this one grows.</summary>
    internal ShardTable Copy() => new(_slots, [.. _fingerprints], [.. _ordinals], Count);

    /// <summary>The arrays as bytes, for a snapshot.</summary>
    internal (ReadOnlyMemory<ulong> Fingerprints, ReadOnlyMemory<uint> Ordinals) Arrays => (_fingerprints, _ordinals);

    /// <summary>Slots behind those that are hashed to.</summary>
    internal int Tail => _fingerprints.Length - _slots;

    /// <summary>A table whose arrays a snapshot fills.</summary>
    internal static ShardTable Filled(int slots, int tail, int count, Action<Span<byte>> fill)
    {
        var fingerprints = new ulong[slots + tail];
        var ordinals = new uint[slots + tail];
        fill(MemoryMarshal.AsBytes(fingerprints.AsSpan()));
        fill(MemoryMarshal.AsBytes(ordinals.AsSpan()));
        return new ShardTable(slots, fingerprints, ordinals, count);
    }

    private void Collect(ulong fingerprint, int slot, int position, List<ShardHit> hits)
    {
        var fingerprints = _fingerprints;
        for (ulong found; (found = fingerprints[slot]) != 0 && found <= fingerprint; slot++)
        {
            if (found == fingerprint)
                hits.Add(new ShardHit(position, _ordinals[slot]));
        }
    }

    // Zero marks an empty slot.
    private static ulong Fingerprint(ulong low) => low == 0 ? 1 : low;

    private static int Slots(long expected) => (int)Math.Max(Least, Math.Ceiling(expected / Load));

    private int Slot(ulong fingerprint) => (int)Math.BigMul(fingerprint, (ulong)_slots, out _);

    // In its place among those that are there; the greater ones move on by one up to the next empty slot.
    private void Put(ulong fingerprint, uint ordinal)
    {
        var (fingerprints, ordinals, slot) = (_fingerprints, _ordinals, Slot(fingerprint));
        for (; fingerprints[slot] != 0 && fingerprints[slot] <= fingerprint; slot++)
        {
            if (fingerprints[slot] == fingerprint && ordinals[slot] == ordinal)
                return;
        }
        var moved = Array.IndexOf(fingerprints, 0UL, slot) - slot;
        Array.Copy(fingerprints, slot, fingerprints, slot + 1, moved);
        Array.Copy(ordinals, slot, ordinals, slot + 1, moved);
        (fingerprints[slot], ordinals[slot]) = (fingerprint, ordinal);
        Count++;
    }

    private void Rebuild(int slots, int tail)
    {
        var (fingerprints, ordinals) = (_fingerprints, _ordinals);
        (_slots, _fingerprints, _ordinals, Count) = (slots, new ulong[slots + tail], new uint[slots + tail], 0);
        for (var at = 0; at < fingerprints.Length; at++)
        {
            if (fingerprints[at] != 0)
                Put(fingerprints[at], ordinals[at]);
        }
    }
}
