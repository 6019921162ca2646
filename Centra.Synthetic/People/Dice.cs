namespace Centra.Synthetic;

/// <summary>
/// Seeded chance that is the same on every machine and every version of .NET (SplitMix64). For made-up people, never for secrets.
/// </summary>
/// <param name="seed">Equal seeds give equal sequences.</param>
public struct Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for one of many things under a seed, so that any of them can be made without the ones before.</summary>
    public static Dice Of(ulong seed, ulong number) => new(Mix(seed ^ Mix(number + 1)));

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>From 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True this often.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
