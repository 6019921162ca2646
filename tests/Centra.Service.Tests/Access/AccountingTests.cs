namespace Centra.Service.Tests.Access;

public class AccountingTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] PatientIds = ["c1"];

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Accounting_AfterErasure_StillNamesTheDisclosure()
    {
        var (practice, patient) = await _app.AsPracticeWithPatient("court4", "536-11-0704", "Benedikta", "Oxenforth", "1949-12-24");
        var (one, two) = await _app.AsOfficers();
        var id = await one.DeliverAsync(two, "court4");
        await practice.OptOutAsync(patient).Json();

        var byId = await one.Client.AccountAsync(new { patientIds = PatientIds }, "court4");
        var byNumber = await one.Client.AccountAsync(new { nationalId = "536110704" });
        var other = await one.Client.AccountAsync(new { patientIds = PatientIds }, "court1");

        byId.ShouldBe([id]);
        byNumber.ShouldBe([id]);
        other.ShouldNotContain(id);
    }

    [Fact]
    public async Task Accounting_ForAPractice_HoldsItsOwnOnly()
    {
        await _app.AsPracticeWithPatient("court5", "536-11-0705");
        await _app.AsPracticeWithPatient("court6", "536-11-0705");
        var (one, two) = await _app.AsOfficers();
        var (own, others) = (await one.DeliverAsync(two, "court5"), await one.DeliverAsync(two, "court6"));
        var agent = await _app.AsAgent("court5");

        (await agent.Client.AccountAsync(new { nationalId = "536110705" })).ShouldBe([own]);
        (await agent.Client.AccountAsync(new { patientIds = PatientIds }, "court6")).ShouldBe([own]);
        (await one.Client.AccountAsync(new { nationalId = "536110705" })).ShouldBe([own, others], ignoreOrder: true);
    }

    [Fact]
    public async Task Accounting_GoesBackSixYears_AndLeavesOutWhatNeverLeft()
    {
        await _app.AsPracticeWithPatient("court7", "536-11-0707");
        var (one, two) = await _app.AsOfficers();
        await one.ProposeAsync("court7");
        await one.DeliverAsync(two, "court7");
        _app.Clock.Advance(TimeSpan.FromDays(365 * 6 + 3));
        (one, two) = (await _app.AgainAsync(one), await _app.AgainAsync(two));

        var late = await one.DeliverAsync(two, "court7");

        (await one.Client.AccountAsync(new { nationalId = "536110707" })).ShouldBe([late]);
    }
}
