using System.Text.Json;
using Centra.Copying;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>Ids of copies: random, kept, and right whichever of two records comes first.</summary>
public class CopiesTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reference_ToARecordOfAnotherBatch_PointsToItsCopy(bool referencedFirst)
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"));
        string[] lines = [TestLines.Encounter("e1", "a"), TestLines.Condition("c1", "a", encounter: "e1")];

        foreach (var line in referencedFirst ? lines : lines.Reverse())
            await north.LoadAsync(line);

        await ShouldPointToEncounterAsync(gate);
    }

    [Fact]
    public async Task Reference_PreparedBeforeItsRecordCame_IsMadeAgain()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"));
        var scope = new BatchScope(north.Id, 100, 1);
        var line = Line(gate, north, TestLines.Condition("c1", "a", encounter: "e1"));
        var prepared = await gate.Get<ClinicalPreparing>().PrepareAsync(scope, [(line, (await north.FindAsync("a"))!)]);
        await north.LoadAsync(TestLines.Encounter("e1", "a"));

        await gate.Get<ClinicalWriting>().WriteAsync(scope, prepared);

        line.Outcome.ShouldBe(LineOutcome.None);
        await gate.Get<ClinicalStage>().RunAsync(scope, [line]);
        line.Outcome.ShouldBe(LineOutcome.Accepted);
        await ShouldPointToEncounterAsync(gate);
    }

    [Fact]
    public async Task Record_PreparedBeforeItsPatientGotCopies_GetsOneToo()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        await north.LoadAsync((Ann with { Given = "Isolde" }).Patient("t"));
        var row = (await north.FindAsync("t"))!;
        await gate.Vault.WriteAsync(Fence.Shared, session => session.ExecuteAsync("update patient set status = 1, copies_due = 1"));
        await gate.Vault.WriteAsync(Fence.Shared, session => session.ExecuteAsync("update review_item set state = 6"));
        var scope = new BatchScope(north.Id, 100, 1);
        var line = Line(gate, north, TestLines.Condition("c1", "t"));
        var prepared = await gate.Get<ClinicalPreparing>().PrepareAsync(scope, [(line, row with { Status = PatientStatus.Live })]);
        await gate.Get<CopyMaking>().CompleteAsync();

        await gate.Get<ClinicalWriting>().WriteAsync(scope, prepared);
        await gate.Get<ClinicalStage>().RunAsync(scope, line.Outcome is LineOutcome.None ? [line] : []);

        (await gate.VisibleCopiesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task CopiesDue_OfAPatientWithoutAKey_DoNotHoldUpTheOthers()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a"));
        await gate.Vault.WriteAsync(Fence.Shared, session => session.ExecuteAsync("update patient set copies_due = 1"));
        await gate.Get<PatientKeys>().DestroyAsync([(await north.FindAsync("a"))!.KeyNo]);

        await gate.Get<CopyMaking>().CompleteAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        (await gate.Vault.NumberAsync("select count(*) from patient where copies_due = 1")).ShouldBe(0);
    }

    [Fact]
    public async Task Copies_HaveNoIdInCommonWithTheirRecords()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("pat-4711"), TestLines.Encounter("enc-4711", "pat-4711"), TestLines.Condition("con-4711", "pat-4711", encounter: "enc-4711"));

        (await gate.Vault.NumberAsync("select count(*) from copy where content like '%4711%' or content like '%Quimby%'")).ShouldBe(0);
        (await gate.Vault.NumberAsync("select count(*) from copy where content like '%Encounter/%'")).ShouldBe(1);
    }

    private static BatchLine Line(GateHost gate, TestPractice practice, string json)
    {
        var resource = FhirLine.Read(System.Text.Encoding.UTF8.GetBytes(json)).Resource!;
        return new BatchLine(1, resource, gate.Get<IdHashes>().Resource(practice.Id, resource.ResourceType, resource.Id), gate.Get<IdHashes>().Content(resource.Bytes.Span));
    }

    private static async Task ShouldPointToEncounterAsync(GateHost gate)
    {
        var copies = await gate.Vault.ReadAsync(session => Copies.ReadAsync(session, [], 10));
        var encounter = copies.Single(copy => copy.Type == "Encounter");
        using var condition = JsonDocument.Parse(copies.Single(copy => copy.Type == "Condition").Content);
        condition.RootElement.GetProperty("encounter").GetProperty("reference").GetString().ShouldBe($"Encounter/{Convert.ToHexStringLower(encounter.CopyId)}");
    }
}
