using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// The forms under which a family name may stand elsewhere: whole; each of two family names by itself; without its particles.
/// "De la Cruz" is also CRUZ, "García Márquez" also GARCIA and MARQUEZ, "Mc Donald" and "O Brien" only MCDONALD and OBRIEN.
/// </summary>
internal static class FamilyForms
{
    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
    [
        "DE", "LA", "LAS", "LOS", "DEL", "DELA", "DELLA", "DI", "DA", "DO", "DOS", "DAS", "DU", "LE", "VAN", "DER", "DEN", "TER", "TEN",
        "VON", "ZU", "ZUM", "ZUR", "AL", "EL", "BIN", "IBN", "BEN", "BINT", "ABU", "SAN", "SANTA", "ST", "Y", "E",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Prefixes = FrozenSet.ToFrozenSet(["O", "MC", "MAC", "D", "FITZ"], StringComparer.Ordinal);

    /// <summary>The forms, the whole name first; none of no name.</summary>
    public static List<string> Of(ImmutableArray<string> words)
    {
        var forms = new List<string>(4);
        if (words.Length == 0)
            return forms;
        forms.Add(string.Concat(words));
        if (words.Length > 1)
            AddParts(words, forms);
        return forms;
    }

    private static void AddParts(ImmutableArray<string> words, List<string> forms)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Particles.Contains(words[i]))
                continue;
            var part = Prefixes.Contains(words[i]) && i + 1 < words.Length ? words[i] + words[++i] : words[i];
            if (part.Length > 1 && !forms.Contains(part))
                forms.Add(part);
        }
    }
}
