using System.Text;
using System.Text.RegularExpressions;

namespace Centra.Tests;

/// <summary>What a reader copies from the pages of a PDF: glyph numbers through the fonts' own tables.</summary>
internal static partial class PdfText
{
    /// <summary>All pages in one text.</summary>
    public static string Of(byte[] pdf) => string.Join(' ', PagesOf(pdf));

    /// <summary>Page by page.</summary>
    public static List<string> PagesOf(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        var maps = Maps().Matches(file).Select(map => Pairs().Matches(map.Value).ToDictionary(pair => pair.Groups[1].Value, pair => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(pair.Groups[2].Value)))).ToList();
        return [.. Contents().Matches(file).Select(content => string.Join(' ', Shown().Matches(content.Value).Select(shown =>
            string.Concat(shown.Groups[2].Value.Chunk(4).Select(glyph => maps[shown.Groups[1].Value[0] - '1'][new string(glyph)])))))];
    }

    [GeneratedRegex("begincmap.*?endcmap", RegexOptions.Singleline)]
    private static partial Regex Maps();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]+)>\n")]
    private static partial Regex Pairs();

    [GeneratedRegex("stream\n[^\0]{0,2}BT .*?endstream", RegexOptions.Singleline)]
    private static partial Regex Contents();

    [GeneratedRegex("/F([12]) [0-9.]+ Tf [^<]*<([0-9A-F]*)> Tj")]
    private static partial Regex Shown();
}
