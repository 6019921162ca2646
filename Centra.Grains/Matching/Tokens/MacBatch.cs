using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Centra.Matching;

/// <summary>
/// Gathers short messages and codes them all at once. A message is a kind and a value; what is longer than a block is first
/// hashed and carries the kind's upper bit, so that no long value can equal a short one.
/// </summary>
internal ref struct MacBatch(Span<byte> blocks)
{
    public const int LongestValue = HmacLanes.LongestMessage - 1;
    private const byte Hashed = 0x80;

    private readonly Span<byte> blocks = blocks;

    /// <summary>How many messages there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a text; answers its position.</summary>
    public int Add(byte kind, scoped ReadOnlySpan<char> text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = longest <= 512 ? stackalloc byte[longest] : new byte[longest];
        return Add(kind, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>Adds a number; answers its position.</summary>
    public int Add(byte kind, int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return Add(kind, bytes);
    }

    /// <summary>Adds a value; answers its position.</summary>
    public int Add(byte kind, scoped ReadOnlySpan<byte> value)
    {
        if (value.Length <= LongestValue)
            return Write(kind, value);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(value, digest);
        return Write((byte)(kind | Hashed), digest);
    }

    private int Write(byte kind, scoped ReadOnlySpan<byte> value)
    {
        var block = blocks.Slice(Count * Sha256Lanes.BlockBytes, Sha256Lanes.BlockBytes);
        block.Clear();
        block[0] = kind;
        value.CopyTo(block[1..]);
        HmacLanes.Finish(block, 1 + value.Length);
        return Count++;
    }

    /// <summary>Writes the codes of all messages, in the order of their positions.</summary>
    public readonly void Compute(HmacLanes key, Span<UInt128> codes) =>
        key.Compute(blocks[..(Count * Sha256Lanes.BlockBytes)], codes[..Count]);
}
