using System.Buffers.Binary;
using System.Globalization;

namespace Centra.Register;

/// <summary>How tokens are spread over shards: by their top bits, fixed when a register is made.</summary>
public sealed record ShardLayout(int Bits)
{
    /// <summary>How many shards there are.</summary>
    public int Count => 1 << Bits;

    /// <summary>The shard of a token.</summary>
    public int ShardOf(Key128 token) => Bits == 0 ? 0 : (int)(token.Value >> (128 - Bits));

    /// <summary>The shard of a token that stands as bytes; there are never more bits than the first four have.</summary>
    public int ShardOf(ReadOnlySpan<byte> token) => (int)((ulong)BinaryPrimitives.ReadUInt32BigEndian(token) >> (32 - Bits));

    /// <summary>The key of a shard's grain.</summary>
    public static string KeyOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"shard/{shard}");

    /// <summary>The shard that a grain's key names.</summary>
    public static int NumberOf(string key) => int.Parse(key.AsSpan("shard/".Length), CultureInfo.InvariantCulture);

    /// <summary>The lowest token of a shard, and of the one behind it (null: none).</summary>
    public (byte[] From, byte[]? To) Range(int shard)
    {
        UInt128 Start(int number) => Bits == 0 ? 0 : (UInt128)(uint)number << (128 - Bits);
        return (new Key128(Start(shard)).ToArray(), shard + 1 < Count ? new Key128(Start(shard + 1)).ToArray() : null);
    }
}
