using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Storage;

/// <summary>
/// One durable transaction for a group of work: a savepoint each, one commit, then every answer. Work that is alone needs none: SQLite keeps a
/// copy of every page that changes after a savepoint.
/// </summary>
internal sealed class SqliteGroupCommit(SqliteConnection connection, Action<sqlite3>? committed) : IDisposable
{
    private readonly StatementCache _statements = new();

    public void Run(List<WriteWork> group)
    {
        var begun = new List<WriteWork>(group.Count);
        try
        {
            Execute("begin immediate");
            foreach (var item in group)
                RunOne(item, begun, isAlone: group.Count == 1);
        }
        catch (Exception error)
        {
            Abandon(group, Meaning(error));
            return;
        }
        Commit(begun);
    }

    public void Dispose()
    {
        _statements.Dispose();
        connection.Dispose();
    }

    private void RunOne(WriteWork item, List<WriteWork> begun, bool isAlone)
    {
        if (item.IsCancelled)
        {
            item.Cancel();
            return;
        }
        Around(item, isAlone, "savepoint work");
        try
        {
            item.Run(new DbSession(connection, null, Dialect.Sqlite, _statements));
            Around(item, isAlone, "release work");
            begun.Add(item);
        }
        catch (Exception error) when (!isAlone && StillInTransaction())
        {
            Around(item, isAlone, "rollback to work");
            Around(item, isAlone, "release work");
            item.Fail(Meaning(error));
        }
    }

    private void Around(WriteWork item, bool isAlone, string sql)
    {
        if (!isAlone && !item.IsOneStatement)
            Execute(sql);
    }

    private void Commit(List<WriteWork> begun)
    {
        try
        {
            Execute("commit");
        }
        catch (SqliteException error)
        {
            // A full disk refuses to take the commit; anything else may have taken it and lost the confirmation. What stands in the journal
            // already takes effect in any case.
            var isKnown = error.SqliteErrorCode is raw.SQLITE_FULL && begun.TrueForAll(item => item.Fence is not Fence.Exclusive);
            Abandon(begun, isKnown ? Meaning(error) : new CommitOutcomeUnknownException(error));
            return;
        }
        foreach (var item in begun)
            item.Acknowledge();
        committed?.Invoke(connection.Handle!);
    }

    // A full disk may have ended the transaction already; otherwise it is rolled back here. Failing twice is harmless.
    private void Abandon(List<WriteWork> group, Exception error)
    {
        if (StillInTransaction())
        {
            try
            {
                Execute("rollback");
            }
            catch (SqliteException rollback)
            {
                error = new CommitOutcomeUnknownException(rollback);
            }
        }
        foreach (var item in group)
            item.Fail(error);
    }

    private bool StillInTransaction() => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private static Exception Meaning(Exception error) => error is SqliteException sqlite
        ? sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => new StorageUnavailableException("The disk under the data folder is full.", error),
            raw.SQLITE_READONLY => new StorageUnavailableException("The data folder is read-only.", error),
            raw.SQLITE_IOERR => new StorageUnavailableException("The data folder cannot be written to.", error),
            _ => error,
        }
        : error;

    // Compiled once: savepoints are set around every piece of work.
    private void Execute(string sql)
    {
        if (_statements.Find(sql) is not { } command)
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _statements.Keep(sql, command);
        }
        command.ExecuteNonQuery();
    }
}
