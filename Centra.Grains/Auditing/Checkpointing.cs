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

    /// <inheritdoc/>
    public string Name => GrownStreams.Checkpoint;

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var now = clock.GetUtcNow();
        var grown = await read.Database.ReadAsync(GrownStreams.HeadsAsync);
        foreach (var heads in grown.Chunk(AtOnce))
        {
            await register.WriteAsync(write => write.AppendAsync(OperationIds.New(), now, CheckpointSignature.Sign(ring, now, heads)));
            await read.Database.WriteAsync(Fence.None, session => NoteAsync(session, heads));
        }
        await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into sweep_checkpoint (name, position) values ($1, $2) on conflict (name) do update set position = excluded.position", Name, now.ToUnixTimeMilliseconds()));
        return grown.Count;
    }

    private static async Task<int> NoteAsync(DbSession session, StreamHead[] heads)
    {
        foreach (var head in heads)
            await session.ExecuteAsync(
                "insert into audit_head (stream, position, hash) values ($1, $2, $3) on conflict (stream) do update set position = excluded.position, hash = excluded.hash",
                head.Stream, head.Position, head.Hash);
        return heads.Length;
    }
}
