using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Storage;

/// <summary>One durable transaction for a group of work: a savepoint each, one commit, then every answer.</summary>
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
                RunOne(item, begun);
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

    private void RunOne(WriteWork item, List<WriteWork> begun)
    {
        if (item.IsCancelled)
        {
            item.Cancel();
            return;
        }
        Around(item, "savepoint work");
        try
        {
            item.Run(new DbSession(connection, null, Dialect.Sqlite, _statements));
            Around(item, "release work");
            begun.Add(item);
        }
        catch (Exception error) when (StillInTransaction())
        {
            Around(item, "rollback to work");
            Around(item, "release work");
            item.Fail(Meaning(error));
        }
    }

    private void Around(WriteWork item, string sql)
    {
        if (!item.IsOneStatement)
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
