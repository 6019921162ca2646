using System.Net;
using System.Text;
using Centra.Access;
using Centra.Storage;

namespace Centra.Service.Tests.Access;

public class BreakGlassTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Reason = "A patient stands at the desk and is in danger.";

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task BreakGlass_OpensOnePurposeForSixtyMinutes()
    {
        await PatientAsync();
        var officer = await _app.As(Roles.PrivacyOfficer);
        var glass = await OpenAsync(officer);

        await Find(officer, "incident", glass).Json();
        await Find(officer, "legal", glass).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.BreakGlassIsForAnotherPurpose));
        _app.Clock.Advance(TimeSpan.FromMinutes(60));

        await Find(officer, "incident", glass).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.BreakGlassHasEnded));
    }

    [Fact]
    public async Task BreakGlass_OfSomebodyElse_IsNotThere()
    {
        var (one, two) = (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.PrivacyOfficer));

        await Find(two, "incident", await OpenAsync(one)).ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.BreakGlassNotFound));
        await Find(two, "incident", "glass-none").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.BreakGlassNotFound));
    }

    [Fact]
    public async Task BreakGlass_WithoutReason_StaysShut()
    {
        var officer = await _app.As(Roles.PrivacyOfficer);

        await officer.Client.Post("/api/looks/break-glass", new { purpose = "incident", reason = "because" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.ReasonIsMissing));
        await officer.Client.Post("/api/looks/break-glass", new { purpose = "curiosity", reason = Reason }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.PurposeIsUnknown));
    }

    [Fact]
    public async Task BreakGlass_IsToldToAllOfficers_WithTheReasonKeptApartAndEncrypted()
    {
        var (one, two) = (await _app.As(Roles.DataSteward), await _app.As(Roles.PrivacyOfficer));
        var glass = await OpenAsync(one);

        var alarm = (await two.Client.GetAsync("/api/alarms").Json()).Items().Single(item => item.Text("text").Contains(glass));
        var reason = await two.Client.GetAsync($"/api/looks/break-glass/{glass}/reason").Json();
        var stored = await _app.Get<Vault>().Database.ReadAsync(session => Disclosures.ReasonAsync(session, glass));

        alarm.Text("text").ShouldNotContain("danger");
        reason.Text("reason").ShouldBe(Reason);
        Encoding.UTF8.GetString(stored!).ShouldNotContain("danger");
    }

    [Fact]
    public async Task Review_ByItsUser_IsRefused_ByAnotherTaken()
    {
        var (one, two) = (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.PrivacyOfficer));
        var glass = await OpenAsync(one);

        await ReviewAsync(one, glass, "reviewed").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.SecondOfficerReviews));
        await ReviewAsync(two, glass, "fine").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.OutcomeIsWrong));
        await ReviewAsync(two, "glass-none", "reviewed").ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.BreakGlassNotFound));
        (await ReviewAsync(two, glass, "reviewed").Json()).Text("reviewedBy").ShouldBe(two.UserId);
        await ReviewAsync(two, glass, "objected").ShouldRefuse(HttpStatusCode.Conflict, nameof(AccessRefusal.BreakGlassWasReviewed));
    }

    [Fact]
    public async Task Objection_EndsItAtOnce()
    {
        await PatientAsync();
        var (one, two) = (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.PrivacyOfficer));
        var glass = await OpenAsync(one);

        await ReviewAsync(two, glass, "objected").Json();

        await Find(one, "incident", glass).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.BreakGlassHasEnded));
    }

    [Fact]
    public async Task Review_NotDoneInTwoWorkingDays_IsListedAsOverdue()
    {
        var (one, two) = (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.PrivacyOfficer));
        var glass = await OpenAsync(one);
        (await ListAsync(two, "overdue")).ShouldNotContain(glass);
        (await ListAsync(two, "open")).ShouldContain(glass);

        _app.Clock.Advance(TimeSpan.FromDays(5));
        two = await _app.AgainAsync(two);
        (await ListAsync(two, "overdue")).ShouldContain(glass);
        await ReviewAsync(two, glass, "reviewed").Json();

        (await ListAsync(two, "overdue")).ShouldNotContain(glass);
        (await ListAsync(two, "reviewed")).ShouldContain(glass);
    }

    private static async Task<string> OpenAsync(Person person) =>
        (await person.Client.Post("/api/looks/break-glass", new { purpose = "incident", reason = Reason }).Json()).Text("breakGlassId");

    private static async Task<IEnumerable<string>> ListAsync(Person person, string state) =>
        (await person.Client.GetAsync($"/api/looks/break-glass?state={state}&limit=500").Json()).Items().Select(item => item.Text("breakGlassId"));

    private static Task<HttpResponseMessage> ReviewAsync(Person person, string glass, string outcome) => person.Client.Post($"/api/looks/break-glass/{glass}/review", new { outcome });

    private static Task<HttpResponseMessage> Find(Person person, string purpose, string breakGlass) =>
        person.Client.Post("/api/patients/find", new { practiceId = "glass", patientId = "b1", purpose, breakGlass });

    private async Task PatientAsync() =>
        await (await _app.AsPractice("glass")).IngestAsync(new Patient("b1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0400"));
}
