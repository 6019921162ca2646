using System.Text;

namespace Centra.Printing;

/// <summary>A TrueType font as far as printing needs it: which glyph shows a character, how wide it is, its outline.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly List<(int First, int Last, int Glyph)> _characters = [];
    private readonly int _widths;
    private readonly bool _hasLongOffsets;

    public TrueTypeFont(byte[] file)
    {
        _file = file;
        ReadOnlySpan<byte> bytes = file;
        for (var at = 12; at < 12 + 16 * bytes.Word(4); at += 16)
            _tables[Encoding.ASCII.GetString(bytes.Slice(at, 4))] = (bytes.Long(at + 8), bytes.Long(at + 12));
        UnitsPerEm = Table("head").Word(18);
        _hasLongOffsets = Table("head").Word(50) != 0;
        Ascent = Table("hhea").Signed(4);
        Descent = Table("hhea").Signed(6);
        _widths = Table("hhea").Word(34);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public int GlyphOf(Rune rune)
    {
        var (low, high) = (0, _characters.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, glyph) = _characters[middle];
            if (rune.Value < first)
                high = middle - 1;
            else if (rune.Value > last)
                low = middle + 1;
            else
                return glyph + rune.Value - first;
        }
        return 0;
    }

    /// <summary>The box that all glyphs fit in: left, bottom, right, top.</summary>
    public int[] Box() => [Table("head").Signed(36), Table("head").Signed(38), Table("head").Signed(40), Table("head").Signed(42)];

    /// <summary>How far a glyph advances, in units of the font.</summary>
    public int WidthOf(int glyph) => Table("hmtx").Word(4 * Math.Min(glyph, _widths - 1));

    /// <summary>The outline of a glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph) => Table("glyf")[OffsetOf(glyph)..OffsetOf(glyph + 1)];

    /// <summary>A table; empty where the font has none of this name.</summary>
    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var table) ? _file.AsSpan(table.Offset, table.Length) : [];

    private int OffsetOf(int glyph) => _hasLongOffsets ? Table("loca").Long(4 * glyph) : 2 * Table("loca").Word(2 * glyph);

    // Segmented coverage (format 12) of full Unicode: platform 3, encoding 10.
    private void ReadCharacters()
    {
        var cmap = Table("cmap");
        for (var at = 4; at < 4 + 8 * cmap.Word(2); at += 8)
        {
            var table = cmap[cmap.Long(at + 4)..];
            if (cmap.Word(at) != 3 || cmap.Word(at + 2) != 10 || table.Word(0) != 12)
                continue;
            for (var group = 16; group < 16 + 12 * table.Long(12); group += 12)
                _characters.Add((table.Long(group), table.Long(group + 4), table.Long(group + 8)));
        }
        _characters.Sort();
        if (_characters.Count == 0)
            throw new InvalidDataException("The font has no table of characters that can be read.");
    }
}
