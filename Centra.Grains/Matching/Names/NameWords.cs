using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>The words of a name, without titles, suffixes and digits. A name that stands for "not known" has no words.</summary>
internal static class NameWords
{
    private const int MostGiven = 4;
    private const int MostFamily = 8;
    private const int LongestWord = 40;

    private static readonly FrozenSet<string> Titles = FrozenSet.ToFrozenSet(
    [
        "DR", "MR", "MRS", "MS", "MISS", "MX", "PROF", "PROFESSOR", "REV", "SR", "SRA", "JR", "II", "III", "IV", "MD", "PHD", "DDS",
        "ESQ", "RN", "DVM", "HON", "CAPT", "SGT", "LT", "COL", "FR", "JUNIOR", "SENIOR",
    ], StringComparer.Ordinal);

    /// <summary>First and middle names.</summary>
    public static ImmutableArray<string> OfGiven(ImmutableArray<string> names)
    {
        if (names.IsDefaultOrEmpty)
            return [];
        var words = Folded(names[0]);
        for (var i = 1; i < names.Length && words.Count < MostGiven; i++)
            words.AddRange(Folded(names[i]));
        return Kept(words, MostGiven);
    }

    /// <summary>A family name with its particles.</summary>
    public static ImmutableArray<string> OfFamily(string? name) => Kept(Folded(name), MostFamily);

    private static List<string> Folded(string? name) =>
        string.IsNullOrWhiteSpace(name) || Placeholders.IsWord(name.Trim().ToUpperInvariant()) ? []
            : Folding.Words(name, keepDigits: false);

    private static ImmutableArray<string> Kept(List<string> words, int most)
    {
        if (words.Exists(word => Placeholders.IsWord(word)))
            return [];
        var meant = words.Exists(word => !Titles.Contains(word)) ? words.Where(word => !Titles.Contains(word)) : words;
        return [.. meant.Take(most).Select(word => Folding.Cut(word, LongestWord))];
    }
}
