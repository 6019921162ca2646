namespace Centra.Matching;

/// <summary>
/// SHA-256's constants as the standard defines them: the first 32 bits of the fractional parts of roots of the first primes.
/// </summary>
internal static class RoundConstants
{
    public static uint[] OfSquareRoots(int count) => Fractions(count, root: 2);

    public static uint[] OfCubeRoots(int count) => Fractions(count, root: 3);

    private static uint[] Fractions(int count, int root) =>
        [.. Primes().Take(count).Select(prime => (uint)IntegerRoot((UInt128)prime << (32 * root), root))];

    private static IEnumerable<int> Primes() =>
        Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0));

    /// <summary>The largest integer whose power does not exceed the value; its low 32 bits are the fraction wanted.</summary>
    private static ulong IntegerRoot(UInt128 value, int root)
    {
        ulong low = 0;
        for (var bit = 1UL << 40; bit != 0; bit >>= 1)
        {
            var tried = low | bit;
            var power = root == 2 ? (UInt128)tried * tried : (UInt128)tried * tried * tried;
            if (power <= value)
                low = tried;
        }

        return low;
    }
}
