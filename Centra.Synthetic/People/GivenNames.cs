using System.Globalization;

namespace Centra.Synthetic;

/// <summary>
/// Given names as frequent as those of children of their sex and decade in the United States (national baby name data of the Social
/// Security Administration: six hundred a sex, and a tail in syllables for the rest), more of their own in families of Hispanic, Asian or
/// black origin.
/// </summary>
internal static class GivenNames
{
    private const int FirstDecade = 1920;
    private const int Decades = 10;
    private const double Everybody = 100_000;

    private static readonly string[][] Rows = [.. DataFile.Rows("given-names.csv")];
    private static readonly WeightedList<string>[,] General = Lists(row => row[2] != "A");
    private static readonly WeightedList<string>[,] Hispanic = Lists(row => row[2] == "H");
    private static readonly WeightedList<string>[,] Asian = Lists(row => row[2] == "A");
    private static readonly WeightedList<string>[,] Black = Lists(row => row[2] == "B");

    public static string Pick(FamilyName family, bool isFemale, int birthYear, ref Dice dice)
    {
        var lists = dice.Below(100) switch
        {
            var share when share < family.Hispanic => dice.Chance(0.6) ? Hispanic : General,
            var share when share < family.Hispanic + family.Asian => dice.Chance(0.45) ? Asian : General,
            var share when share < family.Hispanic + family.Asian + family.Black => dice.Chance(0.15) ? Black : General,
            _ => General,
        };
        var list = lists[isFemale ? 1 : 0, Math.Clamp((birthYear - FirstDecade) / 10, 0, Decades - 1)];
        return lists == General && !dice.Chance(list.Total / Everybody)
            ? SyllableNames.Given((int)Math.Pow(30_000, dice.Unit()), isFemale)
            : list.Pick(ref dice);
    }

    private static WeightedList<string>[,] Lists(Func<string[], bool> isOfGroup)
    {
        var lists = new WeightedList<string>[2, Decades];
        for (var sex = 0; sex < 2; sex++)
        {
            for (var decade = 0; decade < Decades; decade++)
            {
                var (letter, column) = (sex == 1 ? "F" : "M", 3 + decade);
                lists[sex, decade] = new(Rows
                    .Where(row => row[0] == letter && isOfGroup(row))
                    .Select(row => (row[1], double.Parse(row[column], CultureInfo.InvariantCulture))));
            }
        }

        return lists;
    }
}
