using System.Globalization;
using Npgsql;

namespace Centra.Storage;

/// <summary>
/// A PostgreSQL database. The fence is an advisory transaction lock, taken by a statement of its own, the first after BEGIN, in
/// READ COMMITTED: in one statement with the check, or under REPEATABLE READ, the token that was committed while waiting would
/// not be seen. Whoever holds it and is silent for a minute loses it with the transaction: a silo that hangs would otherwise keep all
/// others from writing for as long as it hangs.
/// </summary>
/// <param name="source">The pool.</param>
/// <param name="silence">How long the fence may be held without a statement; longer than a statement to the journal may take.</param>
public sealed class PostgresDatabase(NpgsqlDataSource source, TimeSpan? silence = null) : IDatabase
{
    // "CENTRA" in ASCII: the one lock of the register fence.
    private const long FenceKey = 0x43454E545241;

    // Milliseconds, set where the lock is asked for: one statement, and while it waits for the lock it is not silent.
    private readonly string _silence = ((long)(silence ?? TimeSpan.FromMinutes(1)).TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

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

    private Task TakeAsync(DbSession session, Fence fence) => fence switch
    {
        Fence.None => Task.CompletedTask,
        Fence.Shared or Fence.Sweep => session.ExecuteAsync("select set_config('idle_in_transaction_session_timeout', $1, true), pg_advisory_xact_lock_shared($2)", _silence, FenceKey),
        Fence.Exclusive => session.ExecuteAsync("select set_config('idle_in_transaction_session_timeout', $1, true), pg_advisory_xact_lock($2)", _silence, FenceKey),
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
