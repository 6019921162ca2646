using Centra.Storage;
using Centra.Tests.Storage;

namespace Centra.Tests.Auditing;

public sealed class SqliteGrownStreamsTests() : GrownStreamsContract<SqliteKind>;

public sealed class PostgresGrownStreamsTests() : GrownStreamsContract<PostgresKind>;

/// <summary>Streams that grew since they were signed are found without looking at what was signed long ago.</summary>
public abstract class GrownStreamsContract<TKind>() : StorageContract<TKind>("read")
    where TKind : DatabaseKind, new()
{
    private static readonly long Checked = DateTimeOffset.UnixEpoch.AddYears(56).ToUnixTimeMilliseconds();
    private static readonly long Day = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    [Fact]
    public async Task Streams_ThatGrew_AreNamedWithTheirEnds()
    {
        await NoteAsync("signed", 2, [Checked - 20 * Day, Checked - 10 * Day]);
        await NoteAsync("grown", 1, [Checked - 20 * Day, Checked + 1, Checked + 2]);
        await NoteAsync("new", 0, [Checked + 5]);
        await NoteAsync("late", 1, [Checked - 3 * Day, Checked - 2 * Day]);
        await NoteAsync("signed lately", 1, [Checked - 1]);
        await WriteAsync(session => session.ExecuteAsync("insert into sweep_checkpoint (name, position) values ($1, $2)", GrownStreams.Checkpoint, Checked));

        (await ReadAsync(GrownStreams.HeadsAsync)).Select(head => (head.Stream, head.Position, head.Hash))
            .ShouldBe([("grown", 3, "grown 3"), ("late", 2, "late 2"), ("new", 1, "new 1")]);
        (await ReadAsync(GrownStreams.CountAsync)).ShouldBe(await ReadAsync(session => session.NumberAsync(
            "select count(*) from (select stream, max(position) as last from event group by stream) e left join audit_head h on h.stream = e.stream where e.last > coalesce(h.position, 0)")));
    }

    [Fact]
    public async Task Streams_BeforeTheFirstCheckpoint_AreAllNamed()
    {
        await NoteAsync("first", 0, [1, 2]);
        await NoteAsync("second", 0, [Checked]);

        (await ReadAsync(GrownStreams.HeadsAsync)).Select(head => head.Stream).ShouldBe(["first", "second"]);
        (await ReadAsync(GrownStreams.CountAsync)).ShouldBe(2);
    }

    private Task NoteAsync(string stream, long signed, long[] times) => WriteAsync(async session =>
    {
        for (var at = 0; at < times.Length; at++)
            await session.ExecuteAsync("insert into event (stream, position, type, payload, actor, at, command_id, previous_hash, hash) values ($1, $2, '', '', '', $3, '', '', $4)", stream, at + 1L, times[at], $"{stream} {at + 1}");
        if (signed > 0)
            await session.ExecuteAsync("insert into audit_head (stream, position, hash) values ($1, $2, '')", stream, signed);
    });
}
