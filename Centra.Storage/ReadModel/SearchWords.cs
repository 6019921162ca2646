using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Centra.Storage;

/// <summary>
/// A text as words to search by: letters and digits only, lower case, without accents, one blank between two. What is stored and what
/// is asked goes through here, so that neither database needs a tokeniser of its own, and nobody's punctuation is taken for an operator.
/// </summary>
public static class SearchWords
{
    private const int Longest = 60;
    private const int MostAsked = 12;

    // Letters that Unicode does not take apart.
    private static readonly FrozenDictionary<int, string> Letters = new Dictionary<int, string>
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i", ['ς'] = "σ",
    }.ToFrozenDictionary();

    /// <summary>The words of a text, in its order.</summary>
    public static string[] Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WholeText.Of(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            Fold(folded, rune);
        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > Longest ? word[..Longest] : word)];
    }

    /// <summary>The words of a question; more than a dozen are not asked for.</summary>
    public static string[] Asked(string? text) => [.. Of(text ?? "").Distinct().Take(MostAsked)];

    // An apostrophe parts no word: O'Brien is found as obrien, and as o'brien.
    private static void Fold(StringBuilder folded, Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune))
            Append(folded, Rune.ToLowerInvariant(rune));
        else if (!IsMark(rune))
            folded.Append(' ');
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Letters.TryGetValue(rune.Value, out var spelled))
            folded.Append(spelled);
        else
            folded.Append(rune);
    }

    private static bool IsMark(Rune rune) => rune.Value is '\'' or '\u2019' or '\u02BC'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
