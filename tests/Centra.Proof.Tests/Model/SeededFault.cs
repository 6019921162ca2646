using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>A mistake that the product might have made, to see that the checker would find it.</summary>
public enum SeededFault
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Ingest does not look again, under the fence, whether the register got tokens of its people meanwhile.</summary>
    IngestDoesNotLookAgain = 1,

    /// <summary>An erasure forgets a row here and there.</summary>
    ErasureLeavesARow = 2,

    /// <summary>A shard says that it stands at the head, and has not taken in the rows up to there.</summary>
    ShardAnswersBelowTheHead = 3,
}

/// <summary>A vault that makes the code above it behave as if it had the mistake: by SQLite's temporary views and triggers, which come before the tables.</summary>
internal sealed class FaultyVault(IDatabase inner, SeededFault fault) : IDatabase
{
    private const string NothingNew = "create temp view opt_out_token as select * from main.opt_out_token where false";
    private const string RowsStay = "create temp trigger if not exists forgetful before delete on resource "
        + "when old.resource_no % 7 = 0 and exists (select 1 from patient where patient_no = old.patient_no and status = 3) begin select raise(ignore); end";

    private int _readings;

    public Dialect Dialect => inner.Dialect;

    public static GateSetup In(GateSetup setup, SeededFault fault) => setup with
    {
        Seams = new StorageSeams { Database = (part, database) => part == "vault" ? new FaultyVault(database, fault) : database },
    };

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        var answer = await inner.ReadAsync(work, cancel);
        if (fault is SeededFault.ShardAnswersBelowTheHead && answer is ValueTuple<RegisterHead, List<RegisterToken>> { Item2.Count: > 0 } news && Interlocked.Increment(ref _readings) % 2 == 0)
            news.Item2.Clear();
        return answer;
    }

    public async Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        if (fault is SeededFault.IngestDoesNotLookAgain && fence is Fence.Shared)
            await LetOthersGoFirstAsync();
        return await inner.WriteAsync(fence, session => (fault, fence) switch
        {
            (SeededFault.IngestDoesNotLookAgain, Fence.Shared) => WithoutNewsAsync(session, work),
            (SeededFault.ErasureLeavesARow, _) => WithTriggerAsync(session, work),
            _ => work(session),
        }, cancel);
    }

    public Task<bool> ScrubAsync() => inner.ScrubAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    // Opt-outs that wait pass by: what may happen at any time happens often.
    private async Task LetOthersGoFirstAsync()
    {
        for (var passed = 0; passed < 3; passed++)
            await inner.WriteAsync(Fence.Exclusive, _ => Task.FromResult(true));
    }

    private static async Task<T> WithoutNewsAsync<T>(DbSession session, Func<DbSession, Task<T>> work)
    {
        await session.ExecuteAsync(NothingNew);
        var answer = await work(session);
        await session.ExecuteAsync("drop view temp.opt_out_token");
        return answer;
    }

    private static async Task<T> WithTriggerAsync<T>(DbSession session, Func<DbSession, Task<T>> work)
    {
        await session.ExecuteAsync(RowsStay);
        return await work(session);
    }
}
