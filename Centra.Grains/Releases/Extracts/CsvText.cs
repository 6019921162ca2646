using System.Buffers;

namespace Centra.Releases;

/// <summary>Lines of CSV (RFC 4180). Cells are written as they are: data are not altered for the sake of spreadsheets.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>A line with its end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A line of one empty cell would read as no line at all.
    private static string Cell(string cell) => cell.Length == 0 || cell.AsSpan().ContainsAny(Quoted) || char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
