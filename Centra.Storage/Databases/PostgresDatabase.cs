using Npgsql;

namespace Centra.Storage;

/// <summary>
/// A PostgreSQL database. The fence is an advisory transaction lock, taken by a statement of its own, the first after BEGIN, in
/// READ COMMITTED: in one statement with the check, or under REPEATABLE READ, the token that was committed while waiting would
/// not be seen.
/// </summary>
public sealed class PostgresDatabase(NpgsqlDataSource source) : IDatabase
{
    // "CENTRA" in ASCII: the one lock of the register fence.
    private const long FenceKey = 0x43454E545241;

    /// <inheritdoc/>
    public Dialect Dialect => Dialect.Postgres;

    /// <summary>The pool, for EF Core and bulk paths.</summary>
    public NpgsqlDataSource Source => source;

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        return await work(new DbSession(connection, transaction, Dialect.Postgres));
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        await using var connection = await OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancel);
        var session = new DbSession(connection, transaction, Dialect.Postgres);
        await TakeAsync(session, fence);
        var answer = await work(session);
        await session.RunBeforeCommitAsync();
        await CommitAsync(transaction);
        return answer;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static Task TakeAsync(DbSession session, Fence fence) => fence switch
    {
        Fence.None => Task.CompletedTask,
        Fence.Shared or Fence.Sweep => session.ExecuteAsync("select pg_advisory_xact_lock_shared($1)", FenceKey),
        Fence.Exclusive => session.ExecuteAsync("select pg_advisory_xact_lock($1)", FenceKey),
        _ => throw new ArgumentOutOfRangeException(nameof(fence)),
    };

    private static async Task CommitAsync(NpgsqlTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException error) when (error is not PostgresException)
        {
            throw new CommitOutcomeUnknownException(error);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        try
        {
            return await source.OpenConnectionAsync(cancel);
        }
        catch (NpgsqlException error) when (error is not PostgresException { SqlState: "28P01" or "3D000" })
        {
            throw new StorageUnavailableException("The database server cannot be reached.", error);
        }
    }
}
