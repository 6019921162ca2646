using Centra.Gate;
using Centra.Housekeeping;
using Centra.Storage;

namespace Centra.Auditing;

/// <summary>
/// Signs where the streams of events end and writes that into the register's journal. Only streams that grew since the last time are named,
/// so that a checkpoint does not grow with history; a crash before the note of it only has them named again.
/// </summary>
public sealed class Checkpointing(ReadStore read, OptOutRegister register, KeyRing ring, TimeProvider clock) : IHousekeepingTask
{
    private const int AtOnce = 500;

    // How much older than the last checkpoint an event may be that reached the trail after it: the sweep of outboxes comes every minute.
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public string Name => "audit-checkpoint";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow();
        var since = await read.Database.ReadAsync(session => session.NumberAsync("select position from sweep_checkpoint where name = $1", Name));
        var grown = await read.Database.ReadAsync(session => GrownAsync(session, since - (long)Late.TotalMilliseconds));
        foreach (var heads in grown.Chunk(AtOnce))
        {
            await register.WriteAsync(write => write.AppendAsync(OperationIds.New(), now, CheckpointSignature.Sign(ring, now, heads)));
            await read.Database.WriteAsync(Fence.None, session => NoteAsync(session, heads));
        }
        await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into sweep_checkpoint (name, position) values ($1, $2) on conflict (name) do update set position = excluded.position", Name, now.ToUnixTimeMilliseconds()));
        return grown.Count;
    }

    private static Task<List<StreamHead>> GrownAsync(DbSession session, long since) => session.QueryAsync(
        "select e.stream, e.position, e.hash from event e left join audit_head h on h.stream = e.stream "
        + "where e.stream in (select stream from event where at >= $1) and e.position > coalesce(h.position, 0) "
        + "and not exists (select 1 from event later where later.stream = e.stream and later.position = e.position + 1) order by e.stream",
        row => new StreamHead(row.GetString(0), row.GetInt64(1), row.GetString(2)), since);

    private static async Task<int> NoteAsync(DbSession session, StreamHead[] heads)
    {
        foreach (var head in heads)
            await session.ExecuteAsync(
                "insert into audit_head (stream, position, hash) values ($1, $2, $3) on conflict (stream) do update set position = excluded.position, hash = excluded.hash",
                head.Stream, head.Position, head.Hash);
        return heads.Length;
    }
}
