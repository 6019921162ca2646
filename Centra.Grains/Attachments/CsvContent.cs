using Centra.Datasets;

namespace Centra.Attachments;

/// <summary>Whether a content is a table: UTF-8, the same number of cells in each row, at least two columns, no mark-up, no control characters.</summary>
internal static class CsvContent
{
    private const int LeastColumns = 2;

    public static async Task<bool> IsTableAsync(Stream content, CancellationToken cancellation)
    {
        await using var rows = new DatasetRows(content);
        var count = 0;
        try
        {
            for (; await rows.NextAsync(cancellation); count++)
            {
                if (count == 0 && (rows.Columns.Length < LeastColumns || rows.Columns[0].TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') || rows.Columns.Any(IsNoText)))
                    return false;
                if (Enumerable.Range(0, rows.Columns.Length).Any(column => IsNoText(rows.Cell(column))))
                    return false;
            }
        }
        catch (DatasetFormatException)
        {
            return false;
        }
        return count > 0;
    }

    private static bool IsNoText(string cell) => cell.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n'));
}
