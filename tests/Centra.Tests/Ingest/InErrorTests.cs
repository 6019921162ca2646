using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>What a practice takes back: records entered in error, and deletions.</summary>
public class InErrorTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task EnteredInError_RemovesTheRecordAndItsCopy()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a", Then));

        (await north.LoadAsync(TestLines.Condition("c1", "a", Then.AddDays(1), inError: true))).Accepted.ShouldBe(1);

        (await gate.ResourcesAsync()).ShouldBe(0);
        (await gate.Vault.NumberAsync("select count(*) from copy where type = 'Condition'")).ShouldBe(0);
        (await north.LoadAsync(TestLines.Condition("c1", "a", Then.AddDays(1), inError: true))).Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task EnteredInError_OfAnEarlierVersion_DoesNotRemoveTheLaterOne()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a", Then.AddDays(2)));

        (await north.LoadAsync(TestLines.Condition("c1", "a", Then, inError: true))).Unchanged.ShouldBe(1);

        (await gate.ResourcesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Deletion_OfAPatient_RemovesEverythingAndIsNoOptOut()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a"));

        (await north.LoadAsync(TestLines.Deletion("Patient/a"))).Accepted.ShouldBe(1);

        (await north.StatusAsync("a")).ShouldBe(PatientStatus.None);
        (await gate.Vault.NumberAsync("select count(*) from copy")).ShouldBe(0);
        (await gate.Vault.NumberAsync("select count(*) from copy_subject")).ShouldBe(0);
        (await gate.KeysAsync()).ShouldBe(0);
        (await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a"))).Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task Deletion_AmongOtherLines_IsDoneInItsPlace()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();

        var counts = await north.LoadAsync(
            Ann.Patient("a"), TestLines.Condition("c1", "a"), TestLines.Deletion("Condition/c1"), TestLines.Condition("c2", "a"), TestLines.Deletion("Condition/c3"), TestLines.Condition("c3", "a"));

        (counts.Accepted, counts.Unchanged).ShouldBe((5, 1));
        (await gate.ResourcesAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Deletion_ByAnotherPractice_RemovesNothing()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a"));

        (await south.LoadAsync(TestLines.Deletion("Patient/a", "Condition/c1"))).Unchanged.ShouldBe(1);

        (await gate.ResourcesAsync()).ShouldBe(1);
    }
}
