using System.Collections.Immutable;
using Centra.Storage;

namespace Centra.Datasets;

/// <summary>The facets of one version in memory: for each row the number of its value, so that counting touches two bytes a facet.</summary>
internal sealed class CohortTable
{
    private readonly Dictionary<string, (Dictionary<string, ushort> Codes, List<ushort> Rows)> _facets;
    private long _rows;

    private CohortTable(IEnumerable<DatasetVariable> facets) => _facets = facets.ToDictionary(
        facet => facet.Name,
        facet => (facet.Values.Select((value, at) => (value, Code: (ushort)(at + 1))).ToDictionary(pair => pair.value, pair => pair.Code, StringComparer.Ordinal), new List<ushort>()));

    /// <summary>Reads a version's file.</summary>
    public static async Task<CohortTable> LoadAsync(IFileStore files, string sha256, ImmutableArray<DatasetVariable> variables)
    {
        await using var stream = await files.OpenAsync(sha256) ?? throw new StorageUnavailableException("The file of this version is missing.", null);
        await using var rows = new DatasetRows(stream);
        var table = new CohortTable(variables.Where(variable => variable.IsFacet));
        while (await rows.NextAsync(CancellationToken.None))
            table.Add(rows);
        return table;
    }

    /// <summary>How many rows have all of these values.</summary>
    public long Count(ImmutableArray<CohortFacet> asked)
    {
        var columns = asked.Select(facet => (_facets[facet.Variable].Rows, Code: _facets[facet.Variable].Codes[facet.Value])).ToArray();
        var count = 0L;
        for (var row = 0; row < _rows; row++)
            count += Array.TrueForAll(columns, column => column.Rows[row] == column.Code) ? 1 : 0;
        return count;
    }

    private void Add(DatasetRows rows)
    {
        for (var column = 0; column < rows.Columns.Length; column++)
            if (_facets.TryGetValue(rows.Columns[column], out var facet))
                facet.Rows.Add(facet.Codes.GetValueOrDefault(rows.Cell(column)));
        _rows++;
    }
}
