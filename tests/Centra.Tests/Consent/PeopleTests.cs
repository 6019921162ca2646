using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Consent;

/// <summary>Who an opt-out is of, and who it is not of.</summary>
public class PeopleTests
{
    private static readonly TestPerson Ann = new("Annabel", "Quimby", "1961-04-17") { Ssn = "219-09-9999", Phone = "617-555-0142" };

    [Fact]
    public async Task OptOut_OfSomebodyNeverSeen_KeepsThemOutOfEveryPracticeLater()
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));

        var optOut = await north.OptOutAsync(Ann.Form());

        optOut.Receipt.PatientsErased.ShouldBe(0);
        (await north.LoadAsync(Ann.Patient("n1"))).Suppressed.ShouldBe(1);
        (await south.LoadAsync(Ann.Patient("s1"))).Suppressed.ShouldBe(1);
    }

    public static IEnumerable<TheoryDataRow<string, TestPerson, PatientStatus>> Relatives() =>
    [
        new("herself", Ann, PatientStatus.None),
        new("herself, moved", Ann with { AddressLine = "5 Harbor Way", PostalCode = "98101", Phone = null }, PatientStatus.None),
        new("herself, without number, another name order", Ann with { Given = "Quimby", Family = "Annabel", Ssn = null }, PatientStatus.None),
        new("twin sister", Ann with { Given = "Isolde", Ssn = "219-09-9998" }, PatientStatus.Held),
        new("twin sister without a number", Ann with { Given = "Isolde", Ssn = null }, PatientStatus.Held),
        new("mother of the same name", Ann with { BirthDate = "1935-08-02", Ssn = "387-12-0001" }, PatientStatus.Held),
        new("mother of the same name without a number", Ann with { BirthDate = "1935-08-02", Ssn = null }, PatientStatus.Held),
        new("husband", Ann with { Given = "Bertrand", BirthDate = "1958-12-30", Gender = "male", Ssn = "387-12-0002" }, PatientStatus.Live),
        new("namesake elsewhere", Ann with { BirthDate = "1977-01-09", AddressLine = "5 Harbor Way", PostalCode = "98101", Phone = null, Ssn = "387-12-0003" }, PatientStatus.Live),
        new("neighbour", new TestPerson("Theodora", "Blackwood", "1971-05-27") { AddressLine = "14 Orchard Street" }, PatientStatus.Live),
    ];

    [Theory]
    [MemberData(nameof(Relatives))]
    public async Task Person_StoredBeforeOrSentAfter_IsErasedHeldOrLeftAlone(string who, TestPerson person, PatientStatus expected)
    {
        await using var gate = await GateHost.StartAsync();
        var (north, south) = (await gate.PracticeAsync("north"), await gate.PracticeAsync("south"));
        await north.LoadAsync(person.Patient("p"));

        await south.OptOutAsync(Ann.Form());
        await south.LoadAsync(person.Patient("p"));

        (await north.StatusAsync("p")).ShouldBe(expected, $"{who}, stored before");
        (await south.StatusAsync("p")).ShouldBe(expected, $"{who}, sent after");
    }
}
