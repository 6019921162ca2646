using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Consent;

/// <summary>Once a patient was found to be the person that opted out, the practice's id of the patient tells them, whatever the form says.</summary>
public class KnownPatientTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17");

    private static readonly TestPerson Remarried = new("Anna", "Fairweather", "1961-04-17") { AddressLine = "90 Harbor View Road", PostalCode = "98101" };

    [Fact]
    public async Task Erased_PatientWithAnotherIdentity_StaysOut()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("p1"), TestLines.Condition("c1", "p1"));
        await north.OptOutAsync(Ann.Form());

        var counts = await north.LoadAsync(Remarried.Patient("p1"), TestLines.Condition("c1", "p1"));

        counts.Suppressed.ShouldBe(2);
        (await north.StatusAsync("p1")).ShouldBe(PatientStatus.None);
    }

    [Fact]
    public async Task Erased_PatientsRecordsWithoutThePatient_AreSuppressedInEveryPractice()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await south.LoadAsync(Ann.Patient("s-77"), TestLines.Condition("c1", "s-77"));
        await north.OptOutAsync(Ann.Form("n-1"));

        (await south.LoadAsync(TestLines.Condition("c1", "s-77"))).Suppressed.ShouldBe(1);
        (await north.LoadAsync(TestLines.Condition("c1", "n-1"))).Suppressed.ShouldBe(1);
        (await south.LoadAsync(TestLines.Condition("c1", "n-1"))).Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task NeverStored_SuppressedPatientsRecords_AreSuppressed()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());

        (await north.LoadAsync(Ann.Patient("p1"), TestLines.Condition("c1", "p1"))).Suppressed.ShouldBe(2);
        (await north.LoadAsync(TestLines.Condition("c2", "p1"))).Suppressed.ShouldBe(1);
        (await north.LoadAsync(TestLines.Condition("c3", "p2"))).Rejected.ShouldBe(1);
    }

    [Fact]
    public async Task Reviewed_PatientFoundToBeTheSame_StaysOutByItsIdFromThenOn()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Ann.Form());
        var twin = Ann with { Given = "Isolde" };
        (await north.LoadAsync(twin.Patient("p1"), TestLines.Condition("c1", "p1"))).Review.ShouldBe(2);

        var item = (await gate.ReviewsAsync()).ShouldHaveSingleItem();
        (await gate.DecideAsync(item.ItemId, Centra.ReviewLane.ReviewVerdict.Same)).Refusal.ShouldBeNull();

        (await north.StatusAsync("p1")).ShouldBe(PatientStatus.None);
        (await north.LoadAsync(twin.Patient("p1"), TestLines.Condition("c1", "p1"))).Suppressed.ShouldBe(2);
    }

    [Fact]
    public async Task Withdrawn_OptOutsIds_KeepNobodyOut()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Ann.Patient("p1"), TestLines.Condition("c1", "p1"));
        var optOut = await north.OptOutAsync(Ann.Form());
        (await north.WithdrawAsync(optOut.OptOutId)).Refusal.ShouldBeNull();

        (await north.LoadAsync(Remarried.Patient("p1"), TestLines.Condition("c1", "p1"))).Accepted.ShouldBe(2);
    }
}
