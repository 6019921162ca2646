using System.Data.Common;

namespace Centra.Storage;

/// <summary>Commands of one connection by their text, so that SQLite compiles each once. Not for use by two threads at a time.</summary>
public sealed class StatementCache : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    /// <summary>The command made for this text before, or null.</summary>
    public DbCommand? Find(string sql) => _commands.GetValueOrDefault(sql);

    /// <summary>Keeps a command for the next time.</summary>
    public void Keep(string sql, DbCommand command) => _commands.Add(sql, command);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }
}
