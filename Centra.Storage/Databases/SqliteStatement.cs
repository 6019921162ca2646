using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Storage;

/// <summary>
/// One compiled statement, run row by row on SQLite's own interface. The driver's commands look each parameter up by its name and make a reader
/// for each run, which takes as long as the insert itself.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _places;

    /// <summary>Compiles a statement with parameters $1 to $n.</summary>
    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _places = [.. Enumerable.Range(1, parameters).Select(number => raw.sqlite3_bind_parameter_index(_statement, $"${number}"))];
    }

    /// <summary>Runs it for every row of columns; how many rows it changed.</summary>
    public int Execute(Array[] columns)
    {
        var changed = 0;
        for (var row = 0; row < columns[0].Length; row++)
        {
            Run(columns, row, null);
            changed += raw.sqlite3_changes(_database);
        }
        return changed;
    }

    /// <summary>Runs it for every row of columns; the number that it returns for each.</summary>
    public long[] Numbers(Array[] columns)
    {
        var numbers = new long[columns[0].Length];
        for (var row = 0; row < numbers.Length; row++)
            Run(columns, row, statement => numbers[row] = raw.sqlite3_column_int64(statement, 0));
        return numbers;
    }

    /// <summary>Those of keys, $1, for which it has a row.</summary>
    public List<object> Found(Array keys)
    {
        var found = new List<object>();
        Array[] columns = [keys];
        for (var row = 0; row < keys.Length; row++)
        {
            var at = row;
            Run(columns, row, _ => found.Add(keys.GetValue(at)!));
        }
        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Run(Array[] columns, int row, Action<sqlite3_stmt>? read)
    {
        for (var column = 0; column < columns.Length; column++)
            Check(Bind(_places[column], columns[column], row));
        try
        {
            int step;
            for (step = raw.sqlite3_step(_statement); step == raw.SQLITE_ROW; step = raw.sqlite3_step(_statement))
                read?.Invoke(_statement);
            Check(step);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    private int Bind(int place, Array column, int row) => column switch
    {
        byte[]?[] bytes => Bind(place, bytes[row]),
        long[] numbers => raw.sqlite3_bind_int64(_statement, place, numbers[row]),
        string?[] texts => texts[row] is { } text ? raw.sqlite3_bind_text(_statement, place, text) : raw.sqlite3_bind_null(_statement, place),
        long?[] numbers => numbers[row] is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place),
        _ => throw new ArgumentException($"A column of {column.GetType().Name} cannot be bound."),
    };

    private int Bind(int place, byte[]? bytes) => bytes switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        [] => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        _ => raw.sqlite3_bind_blob(_statement, place, bytes),
    };

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code is raw.SQLITE_DONE ? raw.SQLITE_OK : code, _database);
}
