using System.Globalization;
using System.Text;

namespace Centra.Printing;

/// <summary>Sets headings and numbered paragraphs on pages of US letter size, one below the other.</summary>
internal sealed partial class PageFlow
{
    private const double Width = 612;
    private const double Height = 792;
    private const double Left = 62;
    private const double Right = Width - 62;
    private const double Top = Height - 62;
    private const double Bottom = 78;
    private const double Body = 9.5;
    private const double Leading = 13.4;
    private const double Hanging = 34;

    private readonly PrintFace _regular = PrintFace.Regular();
    private readonly PrintFace _bold = PrintFace.Bold();
    private readonly List<StringBuilder> _pages = [new StringBuilder()];
    private double _y = Top;

    /// <summary>The document's title.</summary>
    public void Title(string text) => Lines([new Run(_bold, text)], Left, 17, 22);

    /// <summary>A line in small letters below it.</summary>
    public void Note(string text)
    {
        Lines([new Run(_regular, text)], Left, 8.5, 14);
        _y -= 6;
    }

    /// <summary>A heading; it never stands alone at the foot of a page.</summary>
    public void Heading(string text)
    {
        _y -= 10;
        Keep(4 * Leading);
        Lines([new Run(_bold, text)], Left, 11.5, 16);
    }

    /// <summary>A paragraph, its number beside it.</summary>
    public void Paragraph(string number, string head, string text, int level)
    {
        _y -= 3.5;
        var left = Left + Hanging * (level + 1);
        Keep(2 * Leading);
        if (number.Length > 0)
            Show(_regular, _regular.Printable(number), left - Hanging, _y - Leading, Body);
        Lines([new Run(_bold, head), new Run(_regular, text)], number.Length > 0 || level > 0 ? left : Left, Body, Leading);
    }

    /// <summary>A line to write on by hand, its name before it.</summary>
    public void Line(string name)
    {
        Break(1.9 * Leading);
        Show(_regular, _regular.Printable(name), Left + Hanging, _y, Body);
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {Left + 3 * Hanging} {_y - 2:0.##} m {Left + 10 * Hanging} {_y - 2:0.##} l S\n");
    }

    /// <summary>The file, each page with its lines at the foot.</summary>
    public byte[] ToPdf(PdfInfo info, Func<int, int, string[]> foot)
    {
        for (var page = 0; page < _pages.Count; page++)
            Foot(_pages[page], foot(page + 1, _pages.Count));
        var pdf = new PdfFile();
        var fonts = $"/F1 {_regular.Write(pdf)} 0 R /F2 {_bold.Write(pdf)} 0 R";
        var tree = pdf.Reserve();
        var pages = _pages.ConvertAll(page => pdf.AddStream("", Encoding.ASCII.GetBytes(page.ToString()))).ConvertAll(content =>
            pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << {fonts} >> >> /Contents {content} 0 R >>")));
        pdf.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        var root = pdf.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (en-US) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var date = string.Create(CultureInfo.InvariantCulture, $"(D:{info.On:yyyyMMdd}000000Z)");
        return pdf.ToBytes(root, pdf.Add($"<< /Title {PdfFile.Text(info.Title)} /Producer (Centra) /CreationDate {date} /ModDate {date} >>"), info.Identity[..32]);
    }

    private void Lines(IEnumerable<Run> runs, double left, double size, double leading)
    {
        var x = left;
        foreach (var (face, word) in runs.SelectMany(run => Words(run, size, Right - left)))
        {
            var width = face.WidthOf(word, size);
            if (x == left || x + width > Right)
            {
                Break(leading);
                x = left;
            }
            Show(face, word, x, _y, size);
            x += width + face.WidthOf(" ", size);
        }
    }

    // A word wider than the line is cut: nothing runs over the edge unseen.
    private static IEnumerable<(PrintFace Face, string Word)> Words(Run run, double size, double width)
    {
        foreach (var word in run.Face.Printable(run.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            while (run.Face.WidthOf(rest, size) > width)
            {
                var fits = FittingLength(run.Face, rest, size, width);
                yield return (run.Face, rest[..fits]);
                rest = rest[fits..];
            }
            yield return (run.Face, rest);
        }
    }

    private static int FittingLength(PrintFace face, string word, double size, double width)
    {
        var length = Math.Min(word.Length, (int)(width / size * 4));
        while (length > 1 && (char.IsLowSurrogate(word[Math.Min(length, word.Length - 1)]) || face.WidthOf(word[..length], size) > width))
            length--;
        return length;
    }

    private void Break(double leading)
    {
        Keep(leading);
        _y -= leading;
    }

    private void Keep(double height)
    {
        if (_y - height >= Bottom)
            return;
        _pages.Add(new StringBuilder());
        _y = Top;
    }

    private void Foot(StringBuilder page, string[] lines)
    {
        page.Append(CultureInfo.InvariantCulture, $"0.6 G 0.5 w {Left} 62 m {Right} 62 l S\n0.35 g\n");
        for (var at = 0; at < lines.Length; at++)
            Show(page, _regular, _regular.Printable(lines[at]), Left, 50 - 11 * at, 7.5);
    }

    private void Show(PrintFace face, string text, double x, double y, double size) => Show(_pages[^1], face, text, x, y, size);

    private void Show(StringBuilder page, PrintFace face, string text, double x, double y, double size) =>
        page.Append(CultureInfo.InvariantCulture, $"BT /{(face == _regular ? "F1" : "F2")} {size:0.##} Tf {x:0.##} {y:0.##} Td <{face.Encode(text)}> Tj ET\n");

    private readonly record struct Run(PrintFace Face, string Text);
}
