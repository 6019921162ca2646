using System.Collections.Immutable;
using Centra.Storage;

namespace Centra.Datasets;

/// <summary>Tables of the versions that were counted last, shared by all who count.</summary>
public sealed class CohortTables(IFileStore files)
{
    private const int Kept = 8;
    private readonly Lock _lock = new();
    private readonly List<(string Key, Task<CohortTable> Table)> _tables = [];

    /// <summary>How many rows of a version have all of these values.</summary>
    public async Task<long> CountAsync(DatasetVersion version, ImmutableArray<DatasetVariable> variables, ImmutableArray<CohortFacet> asked) =>
        (await TableAsync(version.Sha256, variables)).Count(asked);

    private Task<CohortTable> TableAsync(string sha256, ImmutableArray<DatasetVariable> variables)
    {
        var key = $"{sha256} {string.Join('\n', variables.Where(variable => variable.IsFacet).Select(facet => $"{facet.Name}: {string.Join('\t', facet.Values)}"))}";
        lock (_lock)
        {
            _tables.RemoveAll(kept => kept.Table.IsFaulted || kept.Table.IsCanceled);
            var found = _tables.FirstOrDefault(kept => kept.Key == key);
            _tables.Remove(found);
            _tables.Add(found = found.Key is null ? (key, Task.Run(() => CohortTable.LoadAsync(files, sha256, variables))) : found);
            if (_tables.Count > Kept)
                _tables.RemoveAt(0);
            return found.Table;
        }
    }
}
