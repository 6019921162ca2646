namespace Centra.Synthetic;

/// <summary>Numbers that nobody has.</summary>
internal static class Numbers
{
    private const long Count = 100L * 99 * 9999;
    private const long Step = 61_803_391;

    /// <summary>
    /// A social security number of an area that was never issued, 900 to 999, another for each number under a seed: stepping through all of
    /// them in an order without pattern.
    /// </summary>
    public static string Ssn(int number, ulong seed)
    {
        var place = (long)((ulong)(number * Step) + seed % Count) % Count;
        var (area, rest) = Math.DivRem(place, 99 * 9999);
        var (group, serial) = Math.DivRem(rest, 9999);
        return $"{900 + area}{group + 1:D2}{serial + 1:D4}";
    }
}
