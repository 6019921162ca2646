using System.Text;

namespace Centra;

/// <summary>
/// Text as strangers send it may hold what is no text: half a surrogate pair, or U+FFFE, on either of which normalising throws.
/// </summary>
public static class WholeText
{
    /// <summary>The same text with the replacement character in the place of those.</summary>
    public static string Of(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        return whole.ToString();
    }
}
