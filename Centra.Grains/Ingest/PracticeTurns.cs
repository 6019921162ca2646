using System.Collections.Concurrent;
using Centra.Consent;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>
/// Fenced writes of one practice, one after the other where the database would have them wait anyway: on PostgreSQL. Who waits there holds the
/// fence meanwhile, and an opt-out would wait for all of them; who waits here holds nothing. The database still decides between silos. Each
/// write lets opt-outs by that have begun before it.
/// </summary>
public sealed class PracticeTurns(Vault vault, OptOutsUnderWay optOuts)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    /// <summary>Writes under the shared fence and the practice's lock.</summary>
    public async Task<T> WriteAsync<T>(string practiceId, Func<DbSession, Task<T>> work)
    {
        if (vault.Database.Dialect is Dialect.Sqlite)
        {
            await optOuts.LetByAsync();
            return await vault.Database.WriteAsync(Fence.Shared, work);
        }
        var turn = _turns.GetOrAdd(practiceId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
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
            turn.Release();
        }
    }
}
