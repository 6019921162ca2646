using System.Globalization;

namespace Centra.Synthetic;

/// <summary>A family name and what share of its bearers is of each group, in per cent.</summary>
internal sealed record FamilyName(string Text, int Hispanic, int Asian, int Black);

/// <summary>
/// Family names as frequent as in the United States: the thousand most frequent with their frequencies and shares (Census 2010, which
/// covers 41 % of people), then a tail that falls with the rank as the census' own does, then names that next to nobody shares.
/// </summary>
internal static class FamilyNames
{
    private const double InTail = 0.83;
    private const int LastOfTail = 160_000;
    private const int LastOfAll = 3_000_000;
    private const double Everybody = 100_000;

    private static readonly WeightedList<FamilyName> Frequent = new(DataFile.Rows("surnames.csv").Select(Read));

    public static FamilyName Pick(ref Dice dice) =>
        dice.Chance(Frequent.Total / Everybody) ? Frequent.Pick(ref dice)
        : dice.Chance(InTail) ? new FamilyName(SyllableNames.Family(Rank(ref dice)), 12, 6, 11)
        : new FamilyName(SyllableNames.Family(dice.Between(LastOfTail, LastOfAll)), 15, 12, 6);

    /// <summary>Frequency falls as one over the rank: the logarithm of the rank is uniform.</summary>
    private static int Rank(ref Dice dice) => (int)(1000 * Math.Pow(LastOfTail / 1000.0, dice.Unit())) - 1000;

    private static (FamilyName Name, double Weight) Read(string[] row) =>
        (new FamilyName(row[0], Number(row[2]), Number(row[3]), Number(row[4])), double.Parse(row[1], CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
