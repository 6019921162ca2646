using System.Data.Common;
using Npgsql;

namespace Centra.Storage;

/// <summary>A connection inside one transaction (or one read), with the few verbs that the stores need. Parameters are $1, $2, ...</summary>
public sealed class DbSession(DbConnection connection, DbTransaction? transaction, Dialect dialect, StatementCache? statements = null)
{
    private List<Func<Task>>? _beforeCommit;

    /// <summary>Which SQL the connection speaks.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>The connection, for bulk paths of one dialect.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>The transaction, where the driver has an object for it.</summary>
    public DbTransaction? Transaction { get; } = transaction;

    /// <summary>What the connection keeps compiled, if it does.</summary>
    internal StatementCache? Statements => statements;

    /// <summary>A command with its parameters set; kept prepared where the connection is.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<object?> args)
    {
        var command = statements?.Find(sql) ?? Create(sql, args.Length);
        for (var i = 0; i < args.Length; i++)
            command.Parameters[i].Value = args[i] ?? DBNull.Value;
        command.Transaction = Transaction;
        return command;
    }

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> args) => Command(sql, args).ExecuteNonQueryAsync();

    /// <summary>All rows of a query.</summary>
    public Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> args) =>
        ReadAllAsync(Command(sql, args), map);

    /// <summary>The first row of a query, or default.</summary>
    public async Task<T?> FindAsync<T>(string sql, Func<DbDataReader, T> map, params object?[] args)
    {
        await using var reader = await Command(sql, args).ExecuteReaderAsync();
        return await reader.ReadAsync() ? map(reader) : default;
    }

    /// <summary>The first column of the first row as a number; 0 where there is no row.</summary>
    public async Task<long> NumberAsync(string sql, params object?[] args) =>
        Convert.ToInt64(await Command(sql, args).ExecuteScalarAsync() is { } value and not DBNull ? value : 0L, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Has something done when all statements have run and before the commit; if it fails, nothing is committed.</summary>
    public void BeforeCommit(Func<Task> action) => (_beforeCommit ??= []).Add(action);

    internal async Task RunBeforeCommitAsync()
    {
        foreach (var action in _beforeCommit ?? [])
            await action();
    }

    private static async Task<List<T>> ReadAllAsync<T>(DbCommand command, Func<DbDataReader, T> map)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(map(reader));
        return rows;
    }

    private DbCommand Create(string sql, int count)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < count; i++)
            command.Parameters.Add(Parameter(command, i));
        statements?.Keep(sql, command);
        return command;
    }

    // $1, $2, ...: positional on PostgreSQL, names on SQLite.
    private DbParameter Parameter(DbCommand command, int index)
    {
        if (Dialect is Dialect.Postgres)
            return new NpgsqlParameter();
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"${index + 1}";
        return parameter;
    }
}
