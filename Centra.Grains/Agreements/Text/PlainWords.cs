using System.Globalization;
using System.Text;

namespace Centra.Agreements;

/// <summary>
/// Texts of people as they may stand in a contract: one line, no control character, nothing that turns the direction of writing or
/// cannot be seen. So a text cannot look like the end of its clause.
/// </summary>
internal static class PlainWords
{
    /// <summary>The whole text as one line.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(line, rune);
        return line.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Its lines that say something.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n').Select(Line).Where(line => line.Length > 0);

    private static void Append(StringBuilder line, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator:
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
                break;
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                line.Append('\uFFFD');
                break;
            default:
                line.Append(rune.ToString());
                break;
        }
    }
}
