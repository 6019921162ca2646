using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// The forms under which a given name may stand elsewhere: the first word, and the first two as one ("Mary Ann" is also MARYANN, and a
/// name broken by a stray space is whole again). An initial is no name: "J. Robert" goes by ROBERT.
/// </summary>
internal static class GivenForms
{
    /// <summary>A single letter of a script with capitals. A single Chinese character is a whole name.</summary>
    public static bool IsInitial(string word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>The name that a person goes by, as far as can be told; null of no name or of initials alone.</summary>
    public static string? Called(ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (!IsInitial(word))
                return word;
        }

        return null;
    }

    /// <summary>At most two forms, an initial among them; none of no name.</summary>
    public static IEnumerable<string> Of(ImmutableArray<string> words)
    {
        if (words.Length > 0)
            yield return words[0];
        if (words.Length > 1 && !IsInitial(words[1]))
            yield return IsInitial(words[0]) ? words[1] : words[0] + words[1];
    }
}
