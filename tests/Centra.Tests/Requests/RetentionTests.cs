using System.Text;
using Centra.Attachments;
using Centra.Auditing;
using Centra.Housekeeping;
using Centra.Institutions;
using Centra.People;
using Centra.Requests;
using Centra.Starting;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Requests;

/// <summary>What people wrote goes when its retention ends, out of every file; the chain can still be checked.</summary>
public class RetentionTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private const string Words = "quixotic-words";
    private const string Ror = "05dxps055";

    [Fact]
    public async Task Draft_OfMoreThanAYear_LosesItsContent_AndTheChainStaysSound()
    {
        using var folder = new TempFolder();
        await RunAsync(folder, null);
        var report = await AuditVerification.RunAsync(new StorageSettings { DataFolder = folder.Path });
        report.Faults.ShouldBeEmpty();
        report.Removed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Draft_OfMoreThanAYear_LosesItsContent_OnPostgres()
    {
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        using var folder = new TempFolder();
        await RunAsync(folder, await server.CreateDatabaseAsync());
    }

    private static async Task RunAsync(TempFolder folder, string? postgres)
    {
        var clock = new ShiftedClock();
        await using (var gate = await GateHost.StartAsync(new GateSetup { Folder = folder.Path, Clock = clock, Postgres = postgres }))
        {
            await DraftAsync(gate);
            await TaskOf<Checkpointing>(gate).RunAsync();
            (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(0);
        }
        clock.Advance(TimeSpan.FromDays(367));
        await using (var gate = await GateHost.StartAsync(new GateSetup { Folder = folder.Path, Clock = clock, Postgres = postgres }))
        {
            (await CountAsync(gate, $"select count(*) from event where payload like '%{Words}%'")).ShouldBeGreaterThan(0);
            (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(1);
            (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(0);

            (await CountAsync(gate, $"select count(*) from event where payload like '%{Words}%'")).ShouldBe(0);
            (await CountAsync(gate, $"select count(*) from request where title like '%{Words}%' or investigator <> ''")).ShouldBe(0);
            (await CountAsync(gate, "select count(*) from retention_report where subject = 'request/r1' and rule = 'drafts-one-year' and entries > 0")).ShouldBe(1);
        }
        await using (var state = new SqliteDatabase(Path.Combine(folder.Path, "state.db")))
            (await state.ReadAsync(session => session.NumberAsync($"select count(*) from grain_state where content like '%{Words}%'"))).ShouldBe(0);
    }

    [Fact]
    public async Task Draft_CountsFromItsLastChange()
    {
        using var folder = new TempFolder();
        var clock = new ShiftedClock();
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = folder.Path, Clock = clock });
        var request = await DraftAsync(gate);
        clock.Advance(TimeSpan.FromDays(300));
        (await request.Handle(gate.Context("writer"), new EditSection("lay-summary", "Still at it.", 1))).Refusal.ShouldBeNull();

        clock.Advance(TimeSpan.FromDays(100));
        (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(0);
        (await request.Handle(gate.Context("host"), new RemoveContent("drafts-one-year"))).Code().ShouldBe(nameof(DataRequestRefusal.RetentionHasNotEnded));

        clock.Advance(TimeSpan.FromDays(267));
        (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Documents_OfARemovedRequest_GoWithTheirBytes_UnlessAnotherHasThem()
    {
        using var folder = new TempFolder();
        var clock = new ShiftedClock();
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = folder.Path, Clock = clock });
        var request = await DraftAsync(gate);
        var (shared, own) = (await UploadAsync(gate, "att-shared", "Shared"), await UploadAsync(gate, "att-own", "Own"));
        foreach (var id in new[] { "att-shared", "att-own" })
            (await request.Handle(gate.Context("writer"), new Attach(new AttachedDocument(id, "", "", 0, "", false)))).Refusal.ShouldBeNull();
        await UploadAsync(gate, "att-never", "Never attached");
        clock.Advance(TimeSpan.FromDays(367));
        await UploadAsync(gate, "att-late", "Shared");

        (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(4, "the draft, its two documents, the one that was never attached");

        (await CountAsync(gate, "select count(*) from attachment")).ShouldBe(1);
        (await gate.Get<IFileStore>().OpenAsync(own, Stop)).ShouldBeNull();
        await using (var kept = await gate.Get<IFileStore>().OpenAsync(shared, Stop))
            kept.ShouldNotBeNull("a later document has the same content");
        Directory.GetFiles(gate.Storage.Settings.FilesFolder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        (await CountAsync(gate, "select count(*) from retention_report where rule = 'documents-one-year'")).ShouldBe(3);
        (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Document_ThatIsJustBeingAttached_StaysUntilItIsRecordedWhoNamesIt()
    {
        using var folder = new TempFolder();
        var clock = new ShiftedClock();
        await using var gate = await GateHost.StartAsync(new GateSetup { Folder = folder.Path, Clock = clock });
        await UploadAsync(gate, "att-late", "Found again");
        clock.Advance(TimeSpan.FromDays(367));

        (await gate.Get<AttachmentIntake>().ClaimAsync("att-late")).ShouldNotBeNull();
        (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(0, "somebody is just attaching it");

        clock.Advance(TimeSpan.FromDays(31));
        (await TaskOf<Retention>(gate).RunAsync()).ShouldBe(1);
        (await gate.Get<AttachmentIntake>().ClaimAsync("att-late")).ShouldBeNull();
        (await CountAsync(gate, "select count(*) from file_claim")).ShouldBe(0);
    }

    [Fact]
    public async Task Content_RemovedTooEarly_IsRefused()
    {
        await using var gate = await GateHost.StartAsync();
        var request = await DraftAsync(gate);

        (await request.Handle(gate.Context("host"), new RemoveContent("drafts-one-year"))).Code().ShouldBe(nameof(DataRequestRefusal.RetentionHasNotEnded));
        (await request.Handle(gate.Context("writer"), new RemoveContent("drafts-one-year"))).Code().ShouldBe(nameof(DataRequestRefusal.NotTheCallersPart));
    }

    private static async Task<IDataRequestGrain> DraftAsync(GateHost gate)
    {
        await gate.Get<FirstContents>().MakeAsync();
        (await gate.Grains.GetGrain<IInstitutionGrain>($"institution/{Ror}").Handle(gate.Context("host"), new RecordInstitution("North University", "US"))).Refusal.ShouldBeNull();
        (await gate.Grains.GetGrain<IPersonGrain>("person/writer").Handle(gate.Context("host"), new AdmitPerson(null, [Roles.Applicant]))).Refusal.ShouldBeNull();
        var request = gate.Grains.GetGrain<IDataRequestGrain>("request/r1");
        (await request.Handle(gate.Context("writer"), new CreateDraft(Words, Ror, "W. Riter"))).Refusal.ShouldBeNull();
        (await request.Handle(gate.Context("writer"), new EditSection("lay-summary", Words, 0))).Refusal.ShouldBeNull();
        return request;
    }

    private static async Task<string> UploadAsync(GateHost gate, string id, string words)
    {
        using var pdf = new MemoryStream(Encoding.ASCII.GetBytes($"%PDF-1.7\n% {words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"));
        return (await gate.Get<AttachmentIntake>().TakeAsync(id, "plan.pdf", "writer", pdf, Stop)).Value!.Sha256;
    }

    private static T TaskOf<T>(GateHost gate)
        where T : IHousekeepingTask => gate.Get<IEnumerable<IHousekeepingTask>>().OfType<T>().Single();

    private static Task<long> CountAsync(GateHost gate, string sql) => gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync(sql));
}
