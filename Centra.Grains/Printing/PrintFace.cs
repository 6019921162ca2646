using System.Globalization;
using System.Text;

namespace Centra.Printing;

/// <summary>A font in one document: which of its glyphs are in use, and by which numbers.</summary>
internal sealed class PrintFace(string name, TrueTypeFont font)
{
    private static readonly (int First, int Last)[] NeedsShaping = [(0x0590, 0x109F), (0x1780, 0x18AF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE)];
    private readonly List<int> _glyphs = [0];
    private readonly Dictionary<int, int> _numbers = new() { [0] = 0 };
    private readonly Dictionary<int, string> _texts = [];

    public static PrintFace Regular() => new("DejaVuSansCondensed", Fonts.Regular);

    public static PrintFace Bold() => new("DejaVuSansCondensed-Bold", Fonts.Bold);

    /// <summary>
    /// The text with what cannot be printed as its code point, for example [U+4E2D]: a sign that the font lacks, or that only a shaped
    /// or right-to-left line would show rightly. Two different names stay different.
    /// </summary>
    public string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => CanShow(rune) ? rune.ToString() : $"[U+{rune.Value:X4}]"));

    /// <summary>How wide a printable text is.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(rune => font.WidthOf(font.GlyphOf(rune))) * size / font.UnitsPerEm;

    /// <summary>A printable text as the content of a page has it: glyph numbers in hex.</summary>
    public string Encode(string text)
    {
        var hex = new StringBuilder(4 * text.Length);
        foreach (var rune in text.EnumerateRunes())
            hex.Append(NumberOf(rune).ToString("X4", CultureInfo.InvariantCulture));
        return hex.ToString();
    }

    /// <summary>Writes the font with the glyphs that were encoded.</summary>
    /// <returns>The object that pages name.</returns>
    public int Write(PdfFile pdf)
    {
        var used = _glyphs.Count;
        var file = FontSubset.Write(font, _glyphs);
        var tag = $"CENTRA+{name}";
        var stream = pdf.AddStream($"/Length1 {file.Length}", file);
        var descriptor = pdf.Add(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{tag} /Flags 4 /FontBBox [{string.Join(' ', font.Box().Select(Thousandths))}] /ItalicAngle 0 /Ascent {Thousandths(font.Ascent)} /Descent {Thousandths(font.Descent)} /CapHeight 729 /StemV 80 /FontFile2 {stream} 0 R >>"));
        var widths = string.Join(' ', _glyphs.Select(glyph => Thousandths(font.WidthOf(glyph)).ToString(CultureInfo.InvariantCulture)));
        var descendant = pdf.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{tag} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /W [0 [{widths}]] /CIDToGIDMap /Identity >>");
        var texts = pdf.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(used)));
        return pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{tag} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {texts} 0 R >>");
    }

    private bool CanShow(Rune rune) => !NeedsShaping.Any(range => rune.Value >= range.First && rune.Value <= range.Last) && font.GlyphOf(rune) != 0;

    private int NumberOf(Rune rune)
    {
        var glyph = font.GlyphOf(rune);
        if (_numbers.TryGetValue(glyph, out var number))
            return number;
        _glyphs.Add(glyph);
        _texts[_glyphs.Count - 1] = rune.ToString();
        return _numbers[glyph] = _glyphs.Count - 1;
    }

    // At most a hundred lines in a block.
    private string ToUnicode(int used)
    {
        var lines = Enumerable.Range(1, used - 1).Select(number => $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(_texts[number]))}>");
        var blocks = lines.Chunk(100).Select(block => $"{block.Length} beginbfchar\n{string.Join('\n', block)}\nendbfchar\n");
        return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Centra def\n/CMapType 2 def\n"
            + $"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{string.Concat(blocks)}endcmap\nend\nend\n";
    }

    private int Thousandths(int units) => (int)Math.Round(1000.0 * units / font.UnitsPerEm);
}
