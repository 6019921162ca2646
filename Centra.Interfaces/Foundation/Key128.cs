using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Orleans;

namespace Centra;

/// <summary>Sixteen bytes that mean nothing without a key: a keyed hash or a random id. Big-endian, compared as a number.</summary>
/// <param name="Value">The bytes as one number, first byte highest.</param>
[GenerateSerializer, Immutable, Alias("centra.key128")]
[SuppressMessage("Design", "CA1036", Justification = "Ordered for sorting only; nobody compares hashes with <.")]
public readonly record struct Key128([property: Id(0)] UInt128 Value) : IComparable<Key128>
{
    /// <summary>How many bytes a key has.</summary>
    public const int Size = 16;

    /// <summary>Reads sixteen bytes.</summary>
    public static Key128 From(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>The sixteen bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the sixteen bytes.</summary>
    public void CopyTo(Span<byte> target) => BinaryPrimitives.WriteUInt128BigEndian(target, Value);

    /// <inheritdoc/>
    public int CompareTo(Key128 other) => Value.CompareTo(other.Value);

    /// <summary>Says nothing: keys stay out of logs.</summary>
    public override string ToString() => "Key128";
}
