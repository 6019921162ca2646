using System.Runtime.InteropServices;

namespace Centra.Register;

/// <summary>
/// Tokens of one shard in memory: the lower eight bytes of each as a fingerprint and the opt-out's ordinal in four, in two arrays
/// with open addressing. A slot follows from the fingerprint's top bits, so a table that grows is read and written in order.
/// At the load it is sized for, a token takes sixteen bytes.
/// </summary>
public sealed class ShardTable
{
    private const double Load = 0.75;
    private const double Fullest = 0.80;
    private const int Least = 1024;

    private ulong[] _fingerprints;
    private uint[] _ordinals;

    /// <summary>A table with room for so many tokens.</summary>
    public ShardTable(long expected = 0)
    {
        var slots = Slots(expected);
        _fingerprints = new ulong[slots];
        _ordinals = new uint[slots];
    }

    private ShardTable(ulong[] fingerprints, uint[] ordinals, int count) => (_fingerprints, _ordinals, Count) = (fingerprints, ordinals, count);

    /// <summary>How many (token, ordinal) pairs it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of its arrays.</summary>
    public long Bytes => _fingerprints.LongLength * (sizeof(ulong) + sizeof(uint));

    /// <summary>Adds a pair; adding it again changes nothing.</summary>
    public void Add(Key128 token, uint ordinal)
    {
        if (Count + 1 > _fingerprints.Length * Fullest)
            Grow();
        if (Put(_fingerprints, _ordinals, Fingerprint(token), ordinal))
            Count++;
    }

    /// <summary>Appends the ordinals of the opt-outs that hold a token.</summary>
    public void Find(Key128 token, int position, List<ShardHit> hits)
    {
        var fingerprint = Fingerprint(token);
        var fingerprints = _fingerprints;
        for (var slot = Slot(fingerprint, fingerprints.Length); fingerprints[slot] != 0; slot = Next(slot, fingerprints.Length))
        {
            if (fingerprints[slot] == fingerprint)
                hits.Add(new ShardHit(position, _ordinals[slot]));
        }
    }

    /// <summary>Another table with the same content, which stays as it is while this one grows.</summary>
    internal ShardTable Copy() => new([.. _fingerprints], [.. _ordinals], Count);

    /// <summary>The arrays as bytes, for a snapshot.</summary>
    internal (ReadOnlyMemory<ulong> Fingerprints, ReadOnlyMemory<uint> Ordinals) Arrays => (_fingerprints, _ordinals);

    /// <summary>A table whose arrays a snapshot fills.</summary>
    internal static ShardTable Filled(int slots, int count, Action<Span<byte>> fill)
    {
        var fingerprints = new ulong[slots];
        var ordinals = new uint[slots];
        fill(MemoryMarshal.AsBytes(fingerprints.AsSpan()));
        fill(MemoryMarshal.AsBytes(ordinals.AsSpan()));
        return new ShardTable(fingerprints, ordinals, count);
    }

    // Zero marks an empty slot.
    private static ulong Fingerprint(Key128 token) => (ulong)token.Value is var low && low == 0 ? 1 : low;

    private static int Slots(long expected) => (int)Math.Max(Least, Math.Ceiling(expected / Load));

    private static int Slot(ulong fingerprint, int slots) => (int)Math.BigMul(fingerprint, (ulong)slots, out _);

    private static int Next(int slot, int slots) => ++slot == slots ? 0 : slot;

    private static bool Put(ulong[] fingerprints, uint[] ordinals, ulong fingerprint, uint ordinal)
    {
        var slot = Slot(fingerprint, fingerprints.Length);
        for (; fingerprints[slot] != 0; slot = Next(slot, fingerprints.Length))
        {
            if (fingerprints[slot] == fingerprint && ordinals[slot] == ordinal)
                return false;
        }
        fingerprints[slot] = fingerprint;
        ordinals[slot] = ordinal;
        return true;
    }

    private void Grow()
    {
        var slots = Slots(Count + Count / 5 + 1);
        var fingerprints = new ulong[slots];
        var ordinals = new uint[slots];
        for (var i = 0; i < _fingerprints.Length; i++)
        {
            if (_fingerprints[i] != 0)
                Put(fingerprints, ordinals, _fingerprints[i], _ordinals[i]);
        }
        (_fingerprints, _ordinals) = (fingerprints, ordinals);
    }
}
