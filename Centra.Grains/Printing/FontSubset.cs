using System.Text;

namespace Centra.Printing;

/// <summary>A font file with only the glyphs that a document uses, numbered anew in the order they came.</summary>
internal static class FontSubset
{
    private const int WordArguments = 1;
    private const int HasScale = 8;
    private const int MoreComponents = 32;
    private const int HasTwoScales = 64;
    private const int HasMatrix = 128;

    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">Glyphs in use, .notdef first. Those that they are composed of are appended.</param>
    public static byte[] Write(TrueTypeFont font, List<int> glyphs)
    {
        var outlines = new List<byte[]>();
        for (var at = 0; at < glyphs.Count; at++)
            outlines.Add(Renumber(font.OutlineOf(glyphs[at]).ToArray(), glyphs));
        var (head, hhea, maxp) = (font.Table("head").ToArray(), font.Table("hhea").ToArray(), font.Table("maxp").ToArray());
        head.AsSpan().Put(8, 0);
        head.AsSpan().Put(50, (ushort)1);
        hhea.AsSpan().Put(34, (ushort)glyphs.Count);
        maxp.AsSpan().Put(4, (ushort)glyphs.Count);
        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cvt "] = font.Table("cvt ").ToArray(), ["fpgm"] = font.Table("fpgm").ToArray(), ["prep"] = font.Table("prep").ToArray(),
            ["head"] = head, ["hhea"] = hhea, ["maxp"] = maxp,
            ["hmtx"] = Metrics(font, glyphs), ["loca"] = Offsets(outlines), ["glyf"] = [.. outlines.SelectMany(outline => outline)],
        });
    }

    // A composed glyph names its parts by number. Outlines begin at multiples of four.
    private static byte[] Renumber(byte[] outline, List<int> glyphs)
    {
        Array.Resize(ref outline, (outline.Length + 3) & ~3);
        ReadOnlySpan<byte> read = outline;
        if (outline.Length == 0 || read.Signed(0) >= 0)
            return outline;
        for (int at = 10, flags = MoreComponents; (flags & MoreComponents) != 0; at += LengthOf(flags))
        {
            flags = read.Word(at);
            outline.AsSpan().Put(at + 2, (ushort)Place(read.Word(at + 2), glyphs));
        }
        return outline;
    }

    private static int LengthOf(int flags) => 4 + ((flags & WordArguments) != 0 ? 4 : 2)
        + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);

    private static int Place(int glyph, List<int> glyphs)
    {
        var at = glyphs.IndexOf(glyph);
        if (at >= 0)
            return at;
        glyphs.Add(glyph);
        return glyphs.Count - 1;
    }

    private static byte[] Metrics(TrueTypeFont font, List<int> glyphs)
    {
        var table = new byte[4 * glyphs.Count];
        for (var at = 0; at < glyphs.Count; at++)
        {
            table.AsSpan().Put(4 * at, (ushort)font.WidthOf(glyphs[at]));
            table.AsSpan().Put(4 * at + 2, font.OutlineOf(glyphs[at]) is { Length: > 4 } outline ? outline.Word(2) : (ushort)0);
        }
        return table;
    }

    private static byte[] Offsets(List<byte[]> outlines)
    {
        var table = new byte[4 * (outlines.Count + 1)];
        for (int at = 0, offset = 0; at < outlines.Count; at++)
            table.AsSpan().Put(4 * (at + 1), offset += outlines[at].Length);
        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var present = tables.Where(table => table.Value.Length > 0).ToList();
        var (header, body) = (new byte[12 + 16 * present.Count], new List<byte>());
        header.AsSpan().Put(0, 0x00010000);
        header.AsSpan().Put(4, (ushort)present.Count);
        for (var at = 0; at < present.Count; at++)
        {
            var (name, content) = present[at];
            Encoding.ASCII.GetBytes(name, header.AsSpan(12 + 16 * at));
            header.AsSpan().Put(20 + 16 * at, header.Length + body.Count);
            header.AsSpan().Put(24 + 16 * at, content.Length);
            body.AddRange(content);
            body.AddRange(new byte[-content.Length & 3]);
            header.AsSpan().Put(16 + 16 * at, Sum(body, content.Length));
        }
        return [.. header, .. body];
    }

    private static int Sum(List<byte> body, int length)
    {
        var from = body.Count - ((length + 3) & ~3);
        uint sum = 0;
        for (var at = from; at < body.Count; at += 4)
            sum += (uint)((body[at] << 24) | (body[at + 1] << 16) | (body[at + 2] << 8) | body[at + 3]);
        return unchecked((int)sum);
    }
}
