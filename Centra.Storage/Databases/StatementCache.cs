using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Centra.Storage;

/// <summary>Commands of one connection by their text, so that SQLite compiles each once. Not for use by two threads at a time.</summary>
public sealed class StatementCache : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    /// <summary>The command made for this text before, or null.</summary>
    public DbCommand? Find(string sql) => _commands.GetValueOrDefault(sql);

    /// <summary>Keeps a command for the next time.</summary>
    public void Keep(string sql, DbCommand command) => _commands.Add(sql, command);

    /// <summary>The statement of this text for many rows.</summary>
    internal SqliteStatement ForRows(SqliteConnection connection, string sql, int parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new SqliteStatement(connection, sql, parameters);
        return statement;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _commands.Clear();
        _statements.Clear();
    }
}
