using System.Collections.Concurrent;
using Centra.Consent;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>
/// Fenced writes of ingest, one after the other where the database would have them wait anyway: all of them on SQLite, those of a practice on
/// PostgreSQL. Who waits there is in an opt-out's way meanwhile; who waits here is not, and lets opt-outs by that have begun before. This is for
/// speed only: the database decides, also between silos.
/// </summary>
public sealed class PracticeTurns(Vault vault, OptOutsUnderWay optOuts)
{
    // SQLite's writer has a queue of its own, so nobody need wait for a turn there that does not come.
    private static readonly TimeSpan LongestOnSqlite = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    private bool IsSqlite => vault.Database.Dialect is Dialect.Sqlite;

    /// <summary>Writes under the shared fence and the practice's lock.</summary>
    public async Task<T> WriteAsync<T>(string practiceId, Func<DbSession, Task<T>> work)
    {
        var turn = _turns.GetOrAdd(IsSqlite ? "" : practiceId, _ => new SemaphoreSlim(1));
        var isMine = await turn.WaitAsync(IsSqlite ? LongestOnSqlite : Timeout.InfiniteTimeSpan);
        try
        {
            await optOuts.LetByAsync();
            return await vault.Database.WriteAsync(Fence.Shared, async session =>
            {
                await StageTools.LockPracticeAsync(session, practiceId);
                return await work(session);
            });
        }
        finally
        {
            if (isMine)
                turn.Release();
        }
    }
}
