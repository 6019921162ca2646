using System.Buffers.Binary;

namespace Centra.Matching;

/// <summary>
/// A blocking token: sixteen bytes of a keyed hash, as good as random without the key. It is protected like the vault: it stands in no
/// answer, log or metric, and its text form says nothing.
/// </summary>
/// <param name="Value">The sixteen bytes as a big-endian number.</param>
public readonly record struct Token(UInt128 Value) : IComparable<Token>
{
    /// <summary>Bytes of the stored form.</summary>
    public const int Size = 16;

    /// <summary>The last eight bytes: what a shard's table holds. Independent of the bits that choose the shard.</summary>
    public ulong Fingerprint => (ulong)Value;

    /// <summary>The top bits, which choose a shard.</summary>
    /// <param name="bits">How many, 0 to 31.</param>
    public int Shard(int bits) => (int)(ulong)(Value >> 64 >> (64 - bits));

    /// <summary>Writes the sixteen bytes.</summary>
    public void WriteTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    /// <summary>The sixteen bytes, as stored.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>A token from its sixteen bytes.</summary>
    public static Token Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <inheritdoc/>
    public int CompareTo(Token other) => Value.CompareTo(other.Value);

    public static bool operator <(Token left, Token right) => left.Value < right.Value;

    public static bool operator <=(Token left, Token right) => left.Value <= right.Value;

    public static bool operator >(Token left, Token right) => left.Value > right.Value;

    public static bool operator >=(Token left, Token right) => left.Value >= right.Value;

    /// <summary>Says only what it is.</summary>
    public override string ToString() => nameof(Token);
}
