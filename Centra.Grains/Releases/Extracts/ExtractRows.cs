using System.Runtime.CompilerServices;
using Centra.Datasets;

namespace Centra.Releases;

/// <summary>Walks the rows of a version that meet all conditions, with the cells of the extract only. One row is in memory at a time.</summary>
internal static class ExtractRows
{
    public static async IAsyncEnumerable<string[]> SelectAsync(Stream content, ExtractPlan plan, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var rows = new DatasetRows(content);
        int[]? cells = null;
        (int Place, CellFilter Filter)[] filters = [];
        while (await rows.NextAsync(cancellation))
        {
            cells ??= [.. plan.Variables.Select(variable => Array.IndexOf(rows.Columns, variable.Name))];
            filters = filters.Length == plan.Filters.Length ? filters : [.. plan.Filters.Select(filter => (Array.IndexOf(rows.Columns, filter.Variable), filter))];
            if (filters.All(one => one.Filter.Passes(rows.Cell(one.Place))))
                yield return Array.ConvertAll(cells, rows.Cell);
        }
    }
}
