using System.Net;
using System.Text;
using Centra.Access;
using Centra.Storage;

namespace Centra.Service.Tests.Access;

public class DisclosureTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Disclosure_ProposedByOneApprovedByAnother_IsDeliveredOnce()
    {
        await _app.AsPracticeWithPatient("court1", "536-11-0701");
        var (one, two) = await _app.AsOfficers();
        var id = await one.ProposeAsync("court1");

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
        await _app.AsPracticeWithPatient("court2", "536-11-0702");
        var (one, two) = await _app.AsOfficers();
        var id = await one.ProposeAsync("court2", types: ["Procedure"]);
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();

        (await one.Client.Post($"/api/disclosures/{id}/deliver").Json()).GetProperty("records").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Delivery_AskedTwiceAtOnce_HappensOnce()
    {
        await _app.AsPracticeWithPatient("court3", "536-11-0703");
        var (one, two) = await _app.AsOfficers();
        var id = await one.ProposeAsync("court3");
        await two.Client.Post($"/api/disclosures/{id}/approve").Json();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => one.Client.Post($"/api/disclosures/{id}/deliver")));

        answers.Count(answer => answer.StatusCode is HttpStatusCode.OK).ShouldBe(1);
        (await one.Client.GetAsync($"/api/looks?practice=court3&purpose=disclosure").Json()).Items().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Propose_BadInput_IsRefusedWithItsCode()
    {
        await _app.AsPracticeWithPatient("court8", "536-11-0708");
        var (one, _) = await _app.AsOfficers();
        var whole = new { practiceId = "court8", patientId = "c1", recipient = "A court", purpose = "A case", basis = "law", orderSha256 = AppDisclosures.Order, what = "All records" };

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
        await _app.AsPracticeWithPatient("court9", "536-11-0709");
        var (one, _) = await _app.AsOfficers();
        var id = await one.ProposeAsync("court9");

        var stored = await _app.Get<Vault>().Database.ReadAsync(session => Disclosures.FindAsync(session, id));
        var listed = (await one.Client.GetAsync("/api/disclosures?practice=court9").Json()).Items().ShouldHaveSingleItem();

        Encoding.UTF8.GetString(stored!.Content).ShouldNotContain("Probate");
        listed.GetRawText().ShouldNotContain("Probate");
        (listed.Text("disclosureId"), listed.Text("basis")).ShouldBe((id, "law"));
    }
}
