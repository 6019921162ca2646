using System.Net;
using System.Text;
using Centra.Access;
using Centra.Storage;

namespace Centra.Service.Tests.Access;

public class DisclosureTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string Order = new('b', 64);

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Disclosure_ProposedByOneApprovedByAnother_IsDeliveredOnce()
    {
        await PatientAsync("court1", "536-11-0701");
        var (one, two) = await OfficersAsync();
        var id = await ProposeAsync(one, "court1");

        await one.Client.Post($"/api/disclosures/{id}/deliver").ShouldRefuse(HttpStatusCode.Conflict, nameof(AccessRefusal.DisclosureIsNotApproved));
        await one.Client.Post($"/api/disclosures/{id}/approve").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.SecondOfficerApproves));
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();
        var data = await one.Client.Post($"/api/disclosures/{id}/deliver").Json();

        data.GetProperty("patient").Text("id").ShouldBe("c1");
        data.GetProperty("records").GetArrayLength().ShouldBe(2);
        await one.Client.Post($"/api/disclosures/{id}/deliver").ShouldRefuse(HttpStatusCode.Conflict, nameof(AccessRefusal.DisclosureWasDelivered));
    }

    [Fact]
    public async Task Disclosure_OfTheTypesThatTheOrderNames_HoldsNoOthers()
    {
        await PatientAsync("court2", "536-11-0702");
        var (one, two) = await OfficersAsync();
        var id = await ProposeAsync(one, "court2", types: ["Procedure"]);
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();

        (await one.Client.Post($"/api/disclosures/{id}/deliver").Json()).GetProperty("records").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Delivery_AskedTwiceAtOnce_HappensOnce()
    {
        await PatientAsync("court3", "536-11-0703");
        var (one, two) = await OfficersAsync();
        var id = await ProposeAsync(one, "court3");
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => one.Client.Post($"/api/disclosures/{id}/deliver")));

        answers.Count(answer => answer.StatusCode is HttpStatusCode.OK).ShouldBe(1);
        (await one.Client.GetAsync($"/api/looks?practice=court3&purpose=disclosure").Json()).Items().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Accounting_AfterErasure_StillNamesTheDisclosure()
    {
        var (practice, patient) = await PatientAsync("court4", "536-11-0704", "Benedikta", "Oxenforth", "1949-12-24");
        var (one, two) = await OfficersAsync();
        var id = await DeliverAsync(one, two, "court4");
        await practice.OptOutAsync(patient).Json();

        var byId = await AccountAsync(one.Client, new { patientIds = Array("c1") }, "court4");
        var byNumber = await AccountAsync(one.Client, new { nationalId = "536110704" });
        var other = await AccountAsync(one.Client, new { patientIds = Array("c1") }, "court1");

        byId.ShouldBe([id]);
        byNumber.ShouldBe([id]);
        other.ShouldNotContain(id);
    }

    [Fact]
    public async Task Accounting_ForAPractice_HoldsItsOwnOnly()
    {
        await PatientAsync("court5", "536-11-0705");
        await PatientAsync("court6", "536-11-0705");
        var (one, two) = await OfficersAsync();
        var (own, others) = (await DeliverAsync(one, two, "court5"), await DeliverAsync(one, two, "court6"));
        var agent = await _app.AsAgent("court5");

        (await AccountAsync(agent.Client, new { nationalId = "536110705" })).ShouldBe([own]);
        (await AccountAsync(agent.Client, new { patientIds = Array("c1") }, "court6")).ShouldBe([own]);
        (await AccountAsync(one.Client, new { nationalId = "536110705" })).ShouldBe([own, others], ignoreOrder: true);
    }

    [Fact]
    public async Task Accounting_GoesBackSixYears_AndLeavesOutWhatNeverLeft()
    {
        await PatientAsync("court7", "536-11-0707");
        var (one, two) = await OfficersAsync();
        await ProposeAsync(one, "court7");
        await DeliverAsync(one, two, "court7");
        _app.Clock.Advance(TimeSpan.FromDays(365 * 6 + 3));
        (one, two) = (await _app.AgainAsync(one), await _app.AgainAsync(two));

        var late = await DeliverAsync(one, two, "court7");

        (await AccountAsync(one.Client, new { nationalId = "536110707" })).ShouldBe([late]);
    }

    [Fact]
    public async Task Propose_BadInput_IsRefusedWithItsCode()
    {
        await PatientAsync("court8", "536-11-0708");
        var (one, _) = await OfficersAsync();
        var whole = new { practiceId = "court8", patientId = "c1", recipient = "A court", purpose = "A case", basis = "law", orderSha256 = Order, what = "All records" };

        await RefuseAsync(whole with { recipient = "" }, HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.DisclosureIsIncomplete));
        await RefuseAsync(whole with { basis = "curiosity" }, HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.DisclosureIsIncomplete));
        await RefuseAsync(whole with { orderSha256 = "abc" }, HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.DisclosureIsIncomplete));
        await RefuseAsync(whole with { patientId = "nobody" }, HttpStatusCode.NotFound, nameof(AccessRefusal.PatientNotFound));
        await one.Client.Post("/api/disclosures/disclosure-none/approve").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.DisclosureNotFound));
        await one.Client.Post("/api/disclosures/accounting", new { family = "Quarrington" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.IdentityIsTooThin));

        Task RefuseAsync(object body, HttpStatusCode status, string code) => one.Client.Post("/api/disclosures", body).ShouldRefuse(status, code);
    }

    [Fact]
    public async Task Words_AtRest_AreEncrypted_AndTheListHoldsNone()
    {
        await PatientAsync("court9", "536-11-0709");
        var (one, _) = await OfficersAsync();
        var id = await ProposeAsync(one, "court9");

        var stored = await _app.Get<Vault>().Database.ReadAsync(session => Disclosures.FindAsync(session, id));
        var listed = (await one.Client.GetAsync("/api/disclosures?practice=court9").Json()).Items().ShouldHaveSingleItem();

        Encoding.UTF8.GetString(stored!.Content).ShouldNotContain("Probate");
        listed.GetRawText().ShouldNotContain("Probate");
        (listed.Text("disclosureId"), listed.Text("basis")).ShouldBe((id, "law"));
    }

    private static string[] Array(string one) => [one];

    private static async Task<string> ProposeAsync(Person officer, string practiceId, string[]? types = null) => (await officer.Client.Post("/api/disclosures", new
    {
        practiceId, patientId = "c1", recipient = "Probate court", purpose = "Case 12", basis = "law", orderSha256 = Order, what = "Diagnoses", types = types ?? ["Condition"],
    }).Json()).Text("disclosureId");

    private static async Task<string> DeliverAsync(Person one, Person two, string practiceId)
    {
        var id = await ProposeAsync(one, practiceId);
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();
        await one.Client.Post($"/api/disclosures/{id}/deliver").Json();
        return id;
    }

    private static async Task<IEnumerable<string>> AccountAsync(HttpClient client, object identity, string? practice = null) =>
        (await client.Post($"/api/disclosures/accounting{(practice is null ? "" : $"?practice={practice}")}", identity).Json())
        .GetProperty("disclosures").EnumerateArray().Select(item => item.Text("disclosureId"));

    private async Task<(Person One, Person Two)> OfficersAsync() => (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.PrivacyOfficer));

    private async Task<(HttpClient Practice, Patient Patient)> PatientAsync(
        string practiceId, string nationalId, string given = "Ottilie", string family = "Quarrington", string birthDate = "1961-04-02")
    {
        var practice = await _app.AsPractice(practiceId);
        var patient = new Patient("c1", given, family, birthDate, nationalId);
        await practice.IngestAsync(patient);
        return (practice, patient);
    }
}
