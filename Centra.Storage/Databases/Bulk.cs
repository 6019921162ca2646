using System.Data.Common;

namespace Centra.Storage;

/// <summary>
/// The same work for many rows, the way each database does it fastest: on SQLite one compiled statement run row by row, on
/// PostgreSQL one statement over arrays.
/// </summary>
public static class Bulk
{
    /// <summary>Rows for many keys.</summary>
    /// <param name="session">Where.</param>
    /// <param name="one">SQL for one key, $1.</param>
    /// <param name="all">PostgreSQL's SQL for an array of keys, $1.</param>
    /// <param name="keys">The keys: an array of long, string or byte[].</param>
    /// <param name="map">A row's value.</param>
    public static async Task<List<T>> QueryAsync<T>(DbSession session, string one, string all, Array keys, Func<DbDataReader, T> map)
    {
        if (session.Dialect is Dialect.Postgres)
            return await session.QueryAsync(all, map, keys);
        var rows = new List<T>();
        foreach (var key in keys)
        {
            await using var reader = await session.Command(one, key).ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(map(reader));
        }
        return rows;
    }

    /// <summary>Runs a statement for many rows.</summary>
    /// <param name="session">Where.</param>
    /// <param name="one">SQL for one row; $n is the n-th column's value.</param>
    /// <param name="all">PostgreSQL's SQL over arrays; $n is the n-th column.</param>
    /// <param name="first">The first column.</param>
    /// <param name="others">The other columns, of equal length.</param>
    /// <returns>How many rows were changed.</returns>
    public static async Task<int> ExecuteAsync(DbSession session, string one, string all, Array first, params Array[] others)
    {
        // A single column of arrays passes for all others; by its own type it is told from them.
        Array[] columns = others.GetType() == typeof(Array[]) ? [first, .. others] : [first, others];
        if (columns[0].Length == 0)
            return 0;
        if (session.Dialect is Dialect.Postgres)
            return await session.ExecuteAsync(all, [.. columns]);
        var changed = 0;
        var values = new object?[columns.Length];
        for (var row = 0; row < columns[0].Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
                values[column] = columns[column].GetValue(row);
            changed += await session.ExecuteAsync(one, values);
        }
        return changed;
    }
}
