using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Centra.Storage;

/// <summary>
/// A read model to write to in a session. The one connection that writes a SQLite file keeps its context: a new one would define its
/// functions there again, upon which SQLite compiles every kept statement anew.
/// </summary>
public sealed class ReadContexts
{
    private readonly ConditionalWeakTable<DbConnection, ReadContext> _kept = [];

    /// <summary>Runs work on a context that remembers nothing of earlier work, nor of this one afterwards.</summary>
    public async Task<T> UseAsync<T>(DbSession session, Func<ReadContext, Task<T>> work)
    {
        if (session.Dialect is not Dialect.Sqlite || session.Transaction is not null)
        {
            await using var own = ReadContext.Over(session);
            return await work(own);
        }
        var kept = _kept.GetValue(session.Connection, _ => ReadContext.Over(session));
        try
        {
            return await work(kept);
        }
        finally
        {
            kept.ChangeTracker.Clear();
        }
    }
}
