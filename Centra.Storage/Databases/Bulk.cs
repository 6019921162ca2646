using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

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
    /// <param name="mostlyMissing">There is a row for few of the keys: SQLite finds out which before the driver makes a reader for them.</param>
    public static async Task<List<T>> QueryAsync<T>(
        DbSession session, string one, string all, Array keys, Func<DbDataReader, T> map, bool mostlyMissing = false)
    {
        if (keys.Length == 0)
            return [];
        if (session.Dialect is Dialect.Postgres)
            return await session.QueryAsync(all, map, keys);
        var rows = new List<T>();
        foreach (var key in mostlyMissing ? ForRows(session, one, [keys], statement => statement.Found(keys)) : keys.Cast<object>())
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
        var columns = Columns(first, others);
        if (first.Length == 0)
            return 0;
        return session.Dialect is Dialect.Postgres
            ? await session.ExecuteAsync(all, [.. columns])
            : ForRows(session, one, columns, statement => statement.Execute(columns));
    }

    /// <summary>Adds many new rows. One that is there already fails them all.</summary>
    /// <param name="session">Where.</param>
    /// <param name="table">The table.</param>
    /// <param name="names">Its columns, parted by commas.</param>
    /// <param name="first">The first column.</param>
    /// <param name="others">The other columns, of equal length.</param>
    public static async Task<int> AddAsync(DbSession session, string table, string names, Array first, params Array[] others)
    {
        var columns = Columns(first, others);
        if (first.Length == 0)
            return 0;
        if (session.Connection is NpgsqlConnection postgres)
            return await PostgresCopy.RunAsync(postgres, table, names, columns);
        var places = string.Join(", ", Enumerable.Range(1, columns.Length).Select(number => $"${number}"));
        return ForRows(session, $"insert into {table} ({names}) values ({places})", columns, statement => statement.Execute(columns));
    }

    /// <summary>Inserts many rows of which the database gives each a number, and returns it.</summary>
    /// <param name="session">Where.</param>
    /// <param name="one">SQL for one row, returning its number.</param>
    /// <param name="all">PostgreSQL's SQL over arrays, returning each row's number and its first column: in which order it does is not promised.</param>
    /// <param name="first">The first column, in which nothing stands twice.</param>
    /// <param name="others">The other columns, of equal length.</param>
    /// <returns>The numbers, in the order of the rows.</returns>
    public static async Task<long[]> NumbersAsync(DbSession session, string one, string all, byte[][] first, params Array[] others)
    {
        var columns = Columns(first, others);
        if (first.Length == 0)
            return [];
        if (session.Dialect is Dialect.Sqlite)
            return ForRows(session, one, columns, statement => statement.Numbers(columns));
        var rows = await session.QueryAsync(all, row => (Number: row.GetInt64(0), Key: Convert.ToBase64String(row.GetFieldValue<byte[]>(1))), [.. columns]);
        var numbers = rows.ToDictionary(row => row.Key, row => row.Number);
        return Array.ConvertAll(first, key => numbers[Convert.ToBase64String(key)]);
    }

    // A single column of arrays passes for all others; by its own type it is told from them.
    private static Array[] Columns(Array first, Array[] others) => others.GetType() == typeof(Array[]) ? [first, .. others] : [first, others];

    private static T ForRows<T>(DbSession session, string sql, Array[] columns, Func<SqliteStatement, T> run)
    {
        var connection = (SqliteConnection)session.Connection;
        if (session.Statements is { } kept)
            return run(kept.ForRows(connection, sql, columns.Length));
        using var statement = new SqliteStatement(connection, sql, columns.Length);
        return run(statement);
    }
}
