using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>A practice finds that a record is of another patient than it said at first.</summary>
public class MovedRecordTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");
    private static readonly TestPerson Bert = new("Bertrand", "Oakley", "1950-11-02") { AddressLine = "4 Mill Lane", PostalCode = "60614", Gender = "male" };
    private static readonly DateTimeOffset Then = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Record_MovedToAnotherLivePatient_IsTheirsAndItsCopyToo()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("a"), Bert.Patient("b"), TestLines.Condition("c1", "a", Then));

        await north.LoadAsync(TestLines.Condition("c1", "b", Then.AddDays(1)));

        var bert = (await north.FindAsync("b"))!;
        (await gate.Vault.NumberAsync("select patient_no from resource")).ShouldBe(bert.PatientNo);
        (await gate.Vault.NumberAsync("select count(*) from copy where type = 'Condition'")).ShouldBe(1);
        (await gate.Vault.NumberAsync("select count(*) from copy where type = 'Condition' and pseudonym = $1", bert.Pseudonym)).ShouldBe(1);
    }

    [Fact]
    public async Task Record_MovedToSomebodyWhoOptedOut_IsGone()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Bert.Form("b"));
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a", Then), TestLines.Condition("c2", "a", Then));

        (await north.LoadAsync(TestLines.Condition("c1", "b", Then.AddDays(1)))).Suppressed.ShouldBe(1);

        (await gate.ResourcesAsync()).ShouldBe(1);
        (await gate.Vault.NumberAsync("select count(*) from copy where type = 'Condition'")).ShouldBe(1);
    }

    [Fact]
    public async Task OlderVersion_OfARecordThatIsSaidToBeOfSomebodyWhoOptedOut_ChangesNothing()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Bert.Form("b"));
        await north.LoadAsync(Ann.Patient("a"), TestLines.Condition("c1", "a", Then));

        (await north.LoadAsync(TestLines.Condition("c1", "b", Then.AddDays(-1)))).Suppressed.ShouldBe(1);

        (await gate.ResourcesAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Record_MovedToAHeldPatient_IsInNoCopyUntilTheyAreReleasedAndThenInTheirs()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Bert.Form());
        await north.LoadAsync(Ann.Patient("a"), (Bert with { Given = "Theodore" }).Patient("b"), TestLines.Condition("c1", "a", Then));

        (await north.LoadAsync(TestLines.Condition("c1", "b", Then.AddDays(1)))).Review.ShouldBe(1);

        (await gate.Vault.NumberAsync("select count(*) from copy where type = 'Condition'")).ShouldBe(0);
        await gate.ReleaseAsync((await gate.ReviewsAsync()).ShouldHaveSingleItem().ItemId);
        var bert = (await north.FindAsync("b"))!;
        bert.Status.ShouldBe(PatientStatus.Live);
        (await gate.Vault.NumberAsync("select count(*) from copy where type = 'Condition' and pseudonym = $1", bert.Pseudonym)).ShouldBe(1);
    }
}
