namespace Centra.Storage;

/// <summary>One database: a SQLite file or a PostgreSQL database. No transaction spans two of them.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Which SQL it speaks.</summary>
    Dialect Dialect { get; }

    /// <summary>Writes that wait for their turn; always 0 where the database itself has them wait.</summary>
    int WaitingWrites => 0;

    /// <summary>Reads one consistent snapshot.</summary>
    Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default);

    /// <summary>
    /// Runs <paramref name="work"/> in one durable transaction. Returns after the commit. A cancelled wait does not run; a begun
    /// transaction is never cancelled. On SQLite the work runs on the file's writer thread and must await nothing but the session.
    /// </summary>
    Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default);

    /// <summary>
    /// Runs one statement durably; how many rows it changed. A statement that fails undoes itself, so it needs less around it than other work.
    /// </summary>
    Task<int> ExecuteAsync(string sql, params object?[] args) => WriteAsync(Fence.None, session => session.ExecuteAsync(sql, args));

    /// <summary>Sees to it that what was deleted stands in no file of this database any more, as far as the database can.</summary>
    /// <returns>False where somebody was in the way; try again later.</returns>
    Task<bool> ScrubAsync() => Task.FromResult(true);
}
