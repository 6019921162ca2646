using Centra.Practices;
using Centra.Storage;

namespace Centra.Tests.Auditing;

/// <summary>Whatever is done to the files by hand is found, and the entry named.</summary>
public class AuditVerificationTests
{
    private const string Mine = $"stream = '{AuditedFolder.Stream}'";

    [Fact]
    public async Task Untouched_IsSound()
    {
        using var folder = await AuditedFolder.MakeAsync();

        var report = await folder.VerifyAsync();

        report.Faults.ShouldBeEmpty();
        report.IsSound.ShouldBeTrue();
        (report.Streams, report.Events, report.Checkpoints).ShouldBe((2, 8, 1));
    }

    [Fact]
    public async Task Payload_Changed_IsFound() =>
        await FoundAsync($"update event set payload = replace(payload, 'north', 'nurth') where {Mine} and position = 1", AuditFaultKind.Changed, 1);

    [Fact]
    public async Task Actor_Changed_IsFound() => await FoundAsync($"update event set actor = 'another' where {Mine} and position = 2", AuditFaultKind.Changed, 2);

    [Fact]
    public async Task Entry_Removed_IsFound() => await FoundAsync($"delete from event where {Mine} and position = 2", AuditFaultKind.Removed, 2);

    [Fact]
    public async Task Entries_Swapped_AreFound() => await FoundAsync(
        $"update event set position = 99 where {Mine} and position = 2; update event set position = 2 where {Mine} and position = 3; update event set position = 3 where {Mine} and position = 99",
        AuditFaultKind.Reordered, 2);

    [Fact]
    public async Task Tail_Truncated_IsFound() => await FoundAsync($"delete from event where {Mine} and position >= 3", AuditFaultKind.Truncated, 3);

    [Fact]
    public async Task Stream_Removed_IsFound() => await FoundAsync($"delete from event where {Mine}", AuditFaultKind.StreamRemoved, 1);

    [Fact]
    public async Task Stream_RemovedWithItsState_IsFoundByTheCheckpoint()
    {
        using var folder = await AuditedFolder.MakeAsync();
        folder.Change("read", $"delete from event where {Mine}");
        folder.Change("state", "delete from grain_state where grain_id like '%north%' and state_name = 'practice'");

        Named(await folder.VerifyAsync(), AuditFaultKind.StreamRemoved, 1);
    }

    [Fact]
    public async Task State_PutBack_IsFound()
    {
        using var folder = await AuditedFolder.MakeAsync();
        folder.Change("state", "update grain_state set content = json_set(content, '$.Position', 2) where grain_id like '%north%' and state_name = 'practice'");

        Named(await folder.VerifyAsync(), AuditFaultKind.StatePutBack, 2);
    }

    [Fact]
    public async Task History_RewrittenWithTheState_IsFoundByTheCheckpoint()
    {
        using var folder = await AuditedFolder.MakeAsync();
        var rewritten = await LastAsync(folder);
        var hash = EventHash.Of(rewritten with { Actor = "another" }, EventHash.Newest);
        folder.Change("read", $"update event set actor = 'another', hash = '{hash}' where {Mine} and position = {rewritten.Position}");
        folder.Change("state", $"update grain_state set content = json_set(content, '$.Hash', '{hash}') where grain_id like '%north%' and state_name = 'practice'");

        Named(await folder.VerifyAsync(), AuditFaultKind.Changed, rewritten.Position);
    }

    [Fact]
    public async Task History_RewrittenBeforeACheckpoint_IsFoundByTheState()
    {
        using var folder = await AuditedFolder.MakeAsync(isSigned: false);
        var rewritten = await LastAsync(folder);
        var hash = EventHash.Of(rewritten with { Actor = "another" }, EventHash.Newest);
        folder.Change("read", $"update event set actor = 'another', hash = '{hash}' where {Mine} and position = {rewritten.Position}");

        Named(await folder.VerifyAsync(), AuditFaultKind.Changed, rewritten.Position);
    }

    [Fact]
    public async Task Content_TakenAwayWithoutARule_IsFound()
    {
        using var folder = await AuditedFolder.MakeAsync();
        var row = await LastAsync(folder);
        folder.Change("read", $"update event set payload = '{EventHash.TombstoneOf(row.Payload)}' where {Mine} and position = {row.Position}");

        Named(await folder.VerifyAsync(), AuditFaultKind.ContentGone, row.Position);
    }

    [Fact]
    public async Task Journal_CutShort_IsFound()
    {
        using var folder = await AuditedFolder.MakeAsync();
        var journal = Path.Combine(folder.Path, "journal", "register.journal");
        File.WriteAllText(journal, File.ReadLines(journal).First() + "\n");

        (await folder.VerifyAsync()).Faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditFaultKind.JournalDamaged);
    }

    [Fact]
    public async Task Checkpoint_NamesOnlyWhatGrew()
    {
        using var folder = await AuditedFolder.MakeAsync(then: async gate =>
        {
            var task = gate.Get<IEnumerable<Housekeeping.IHousekeepingTask>>().OfType<Centra.Auditing.Checkpointing>().Single();
            (await task.RunAsync()).ShouldBe(0);
            await gate.Grains.GetGrain<IPracticeGrain>(AuditedFolder.Stream).Handle(gate.Context(), new Attest(false));
            (await task.RunAsync()).ShouldBe(1);
        });

        var report = await folder.VerifyAsync();
        report.Faults.ShouldBeEmpty();
        report.Checkpoints.ShouldBe(2);
    }

    [Fact]
    public async Task Folder_ThatIsNone_IsSaid()
    {
        using var empty = new Centra.Testing.TempFolder();

        (await Should.ThrowAsync<AuditException>(AuditVerification.RunAsync(new StorageSettings { DataFolder = empty.Path }))).Message.ShouldContain("no whole data folder");
        (await Should.ThrowAsync<AuditException>(AuditVerification.RunAsync(new StorageSettings { DataFolder = Path.Combine(empty.Path, "none") }))).Message.ShouldContain("There is no folder");
    }

    private static async Task FoundAsync(string sql, AuditFaultKind kind, long position)
    {
        using var folder = await AuditedFolder.MakeAsync();
        folder.Change("read", sql);

        Named(await folder.VerifyAsync(), kind, position);
    }

    private static void Named(AuditReport report, AuditFaultKind kind, long position) =>
        report.Faults.Select(fault => (fault.Kind, fault.Stream, fault.Position)).ShouldContain((kind, AuditedFolder.Stream, position));

    private static async Task<EventRow> LastAsync(AuditedFolder folder)
    {
        await using var database = new SqliteDatabase(Path.Combine(folder.Path, "read.db"));
        var rows = await database.ReadAsync(session => EventList.PageAsync(session, new EventFilter(AuditedFolder.Stream, null, null, 0, long.MaxValue), EventPlace.Last, newestFirst: true, 1));
        return rows.Single();
    }
}
