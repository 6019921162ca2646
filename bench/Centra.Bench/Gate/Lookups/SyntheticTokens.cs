namespace Centra.Bench.Gate.Lookups;

/// <summary>Tokens of a register, the same for the silo and for those beside it. They are of nobody: a token is a number mixed up.</summary>
/// <param name="count">How many there are.</param>
/// <param name="shardBits">The shards' bits; token n is of shard n modulo their number.</param>
internal sealed class SyntheticTokens(long count, int shardBits)
{
    /// <summary>Tokens of a person or an opt-out, about as many as the rules make.</summary>
    public const int PerPerson = 20;

    /// <summary>One person in so many is opted out.</summary>
    public const int OneIn = 50;

    /// <summary>How many there are.</summary>
    public long Count => count;

    private int Shards => 1 << shardBits;

    /// <summary>A token by its number; from the count on it is in nobody's register.</summary>
    public Key128 this[long number]
    {
        get
        {
            var high = Mix((ulong)number) >> shardBits;
            if (shardBits > 0)
                high |= (ulong)(number % Shards) << (64 - shardBits);
            return new Key128(new UInt128(high, Mix(~(ulong)number)));
        }
    }

    /// <summary>The opt-out that a token is of.</summary>
    public static uint OrdinalOf(long number) => (uint)(number / PerPerson) + 1;

    /// <summary>Numbers of a shard's tokens.</summary>
    public IEnumerable<long> OfShard(int shard)
    {
        for (long number = shard; number < count; number += Shards)
            yield return number;
    }

    /// <summary>Numbers of a person's tokens: of an opt-out here and there, else of somebody unknown.</summary>
    public long FirstOf(long person)
    {
        var at = (long)(Mix((ulong)person * 3) % (ulong)(count / PerPerson)) * PerPerson;
        return person % OneIn == 0 ? at : count + person * PerPerson;
    }

    // Splitmix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
