namespace Centra.Bench.Matching;

/// <summary>A share that was extrapolated from pairs to a register.</summary>
/// <param name="Share">Expected share of people; where nothing was seen, 0.</param>
/// <param name="AtMost">95 % upper bound: by the rule of three where nothing was seen, else by two standard deviations.</param>
public readonly record struct Rate(double Share, double AtMost)
{
    public static Rate Of(long seen, long pairs, long registerSize)
    {
        var perPair = 1.0 / pairs * registerSize;
        return new Rate(seen * perPair, (seen == 0 ? 3 : seen + 2 * Math.Sqrt(seen)) * perPair);
    }

    public override string ToString() => $"{Share:P4} (at most {AtMost:P4})";
}
