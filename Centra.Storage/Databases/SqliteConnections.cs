using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Storage;

/// <summary>Opens connections to one SQLite file with the pragmas that Centra relies on, and keeps readers for the next read.</summary>
public sealed class SqliteConnections(string path, int cacheMegabytes = SqliteConnections.LargeCache) : IDisposable
{
    /// <summary>For few large transactions.</summary>
    public const int LargeCache = 64;

    /// <summary>For many small ones: SQLite looks through its whole cache after each in which pages of an index changed places.</summary>
    public const int SmallCache = 8;

    private readonly ConcurrentBag<Reader> _readers = [];
    private volatile bool _closed;

    /// <summary>
    /// The one connection that writes: WAL, every commit on disk before it is acknowledged, deleted content overwritten. It copies the log itself
    /// only where <see cref="SqliteLog"/> could not for long.
    /// </summary>
    public SqliteConnection OpenWriter()
    {
        var connection = Open();
        Pragma(connection, "pragma journal_mode=wal; pragma synchronous=full; pragma secure_delete=on; pragma foreign_keys=on; "
            + $"pragma cache_size=-{cacheMegabytes * 1024}; pragma temp_store=memory; pragma wal_autocheckpoint=64000; pragma busy_timeout=5000");
        return connection;
    }

    /// <summary>
    /// A connection that cannot write. Give it back with <see cref="Return"/>. It does not map the file: at the first read after anybody's commit SQLite lets
    /// go of the whole map and of all cached pages, and every page that is looked at after that is a page fault.
    /// </summary>
    internal Reader Rent()
    {
        if (_readers.TryTake(out var reader))
            return reader;
        var connection = Open();
        Pragma(connection, "pragma query_only=on; pragma cache_size=-16384; pragma temp_store=memory");
        return new Reader(connection);
    }

    /// <summary>
    /// Writes the log into the file and cuts it to nothing: until then it holds pages as they were before something was deleted from them.
    /// </summary>
    internal bool EmptyLog()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma busy_timeout=2000; pragma wal_checkpoint(truncate)";
        using var reader = command.ExecuteReader();
        reader.NextResult();
        return reader.Read() && reader.GetInt64(0) == 0;
    }

    internal void Return(Reader reader)
    {
        _readers.Add(reader);
        if (_closed)
            Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        while (_readers.TryTake(out var reader))
            reader.Dispose();
    }

    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Pragma(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A connection that reads one snapshot after the other. The statements around each are compiled once, as the others are.</summary>
    internal sealed class Reader(SqliteConnection connection) : IDisposable
    {
        private readonly StatementCache _statements = new();

        /// <summary>Reads one snapshot.</summary>
        public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work)
        {
            var session = new DbSession(connection, null, Dialect.Sqlite, _statements);
            await session.ExecuteAsync("begin");
            try
            {
                return await work(session);
            }
            finally
            {
                // A file that cannot be read has ended it already.
                if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                    await session.ExecuteAsync("rollback");
            }
        }

        public void Dispose()
        {
            _statements.Dispose();
            connection.Dispose();
        }
    }
}
