using System.Globalization;
using System.Text;

namespace Centra.Attachments;

/// <summary>File names that do no harm wherever a browser puts them. Pure.</summary>
public static class SafeNames
{
    private const int Longest = 120;

    /// <summary>The last part of a path, without characters that file systems, shells or readers take for something else, ended as the type is.</summary>
    public static string Of(string name, AttachmentType type)
    {
        var last = WholeText.Of(name.Split('/', '\\')[^1]).Normalize(NormalizationForm.FormC);
        var kept = new string([.. last.Select(letter => IsHarmless(letter) ? letter : '_')]).Trim(' ', '.', '_');
        var stem = type.Extensions().Any(end => kept.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ? Path.GetFileNameWithoutExtension(kept) : kept;
        stem = stem.Length > Longest ? stem[..Longest] : stem;
        return (stem.Trim(' ', '.').Length == 0 || char.IsHighSurrogate(stem[^1]) ? "document" : stem) + type.Extensions()[0];
    }

    // Formats turn reading round ("gpj.exe"), the rest means something to a shell or a file system.
    private static bool IsHarmless(char letter) =>
        letter is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or ';' or '%' or '$' or '`' or '\'') && char.GetUnicodeCategory(letter)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
