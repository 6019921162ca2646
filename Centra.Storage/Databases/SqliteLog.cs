using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Storage;

/// <summary>
/// Has SQLite's log copied into the file beside the writer. A commit that did this itself would keep everybody waiting for as long as
/// thousands of pages take to be written and synced. What is written meanwhile is little: the writer copies that, and the log begins anew.
/// </summary>
/// <param name="connections">The file's.</param>
/// <param name="many">How many pages are written until they are copied.</param>
internal sealed class SqliteLog(SqliteConnections connections, int many) : IAsyncDisposable
{
    /// <summary>16 MB.</summary>
    public const int Many = 4_000;

    private Task? _copying;
    private int _pages;

    /// <summary>To be called on the writer's thread after each commit.</summary>
    public void Written(sqlite3 writer)
    {
        _pages += PagesSince(writer);
        if (_copying is { IsCompleted: true })
        {
            Copy(writer);
            (_copying, _pages) = (null, 0);
        }
        else if (_copying is null && _pages >= many)
            _copying = Task.Factory.StartNew(CopyBeside, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await (_copying ?? Task.CompletedTask);

    private void CopyBeside()
    {
        try
        {
            using var connection = connections.Open();
            LookAt(connection);
            Copy(connection.Handle!);
        }
        catch (SqliteException)
        {
            // The log stays as it is and grows on: the next time copies it all.
        }
    }

    // A connection that has not read anything yet does not know that there is a log, and would copy nothing.
    private static void LookAt(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma schema_version";
        _ = command.ExecuteScalar();
    }

    // Without waiting for anybody. What cannot be copied now stays in the log, which harms nothing.
    private static void Copy(sqlite3 connection) => _ = raw.sqlite3_wal_checkpoint_v2(connection, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);

    private static int PagesSince(sqlite3 writer) =>
        raw.sqlite3_db_status(writer, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1) == raw.SQLITE_OK ? pages : 0;
}
