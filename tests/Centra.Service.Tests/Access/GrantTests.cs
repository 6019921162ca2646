using System.Net;
using Centra.Access;

namespace Centra.Service.Tests.Access;

public class GrantTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] Legal = ["legal"];

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Staff_WithoutGrant_SeesNobody()
    {
        var officer = await _app.As(Roles.PrivacyOfficer);

        await Find(officer, "legal").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.LookNeedsGrant));
        await Find(officer, null).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.PurposeIsUnknown));
        await Find(officer, "curiosity").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.PurposeIsUnknown));
    }

    [Fact]
    public async Task Staff_WithGrant_SeesTheFieldsOfThePurposeAndNoOthers()
    {
        await PatientAsync();
        var steward = await _app.AsLooker(Roles.DataSteward, "data-quality", "incident");

        var quality = await Find(steward, "data-quality").Json();
        var incident = await Find(steward, "incident").Json();
        var handle = quality.Text("handle");

        (quality.Has("birthDate"), quality.Has("family"), quality.Has("nationalId"), quality.Has("resource")).ShouldBe((true, false, false, false));
        (incident.Text("family"), incident.Has("nationalId")).ShouldBe(("Quarrington", false));
        (await steward.Client.GetAsync($"/api/patients/{handle}/records?purpose=data-quality").Json()).Items().Count.ShouldBe(2);
        await steward.Client.GetAsync($"/api/patients/{handle}/records?purpose=incident").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.PurposeDoesNotShowThis));
        await Find(steward, "legal").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.LookNeedsGrant));
    }

    [Fact]
    public async Task Grant_ForOneself_IsRefused()
    {
        var officer = await _app.As(Roles.PrivacyOfficer);

        await officer.GrantAsync(_app, officer, "legal").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.NobodyGrantsThemselves));
    }

    [Fact]
    public async Task Grant_WithoutTrainingOrForTooLongOrForNothing_IsRefused()
    {
        var (officer, steward) = (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.DataSteward));
        await officer.GrantAsync(_app, steward, "legal").ShouldRefuse(HttpStatusCode.Conflict, nameof(AccessRefusal.TrainingIsMissing));
        await officer.TrainAsync(_app, steward);

        await officer.GrantAsync(_app, steward).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.PurposeIsUnknown));
        await officer.GrantAsync(_app, steward, "curiosity").ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.PurposeIsUnknown));
        await officer.Client.Post($"/api/looks/grants/{steward.UserId}", new { purposes = Legal, until = _app.Clock.GetUtcNow().AddMonths(13) })
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(AccessRefusal.GrantPeriodIsWrong));
        await officer.GrantAsync(_app, new Person("user-nobody", "", steward.Client), "legal").ShouldRefuse(HttpStatusCode.NotFound, nameof(PersonRefusal.PersonNotFound));
    }

    [Fact]
    public async Task Grant_AfterItsEnd_CountsAgainOnceRecertified()
    {
        await PatientAsync();
        var (steward, officer) = (await _app.AsLooker(Roles.DataSteward, "legal"), await _app.As(Roles.PrivacyOfficer));
        await Find(steward, "legal").Json();

        _app.Clock.Advance(TimeSpan.FromDays(190));
        (steward, officer) = (await _app.AgainAsync(steward), await _app.AgainAsync(officer));
        await Find(steward, "legal").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.LookNeedsGrant));
        await officer.Client.Post($"/api/looks/grants/{steward.UserId}/recertify", new { until = _app.Clock.GetUtcNow().AddMonths(3) }).Json();

        await Find(steward, "legal").Json();
    }

    [Fact]
    public async Task Grant_Revoked_EndsAtOnceForGood()
    {
        await PatientAsync();
        var (steward, officer) = (await _app.AsLooker(Roles.DataSteward, "legal"), await _app.As(Roles.PrivacyOfficer));

        await officer.Client.Post($"/api/looks/grants/{steward.UserId}/revoke").Json();

        await Find(steward, "legal").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.LookNeedsGrant));
        await officer.Client.Post($"/api/looks/grants/{steward.UserId}/recertify", new { until = _app.Clock.GetUtcNow().AddMonths(3) })
            .ShouldRefuse(HttpStatusCode.NotFound, nameof(AccessRefusal.GrantNotFound));
    }

    [Fact]
    public async Task Grant_AfterAnOperatorResetThePassword_WaitsForAnOfficer()
    {
        await PatientAsync();
        var (steward, one, officer) = (await _app.AsLooker(Roles.DataSteward, "legal"), await _app.As(Roles.Operator), await _app.As(Roles.PrivacyOfficer));
        var password = (await one.Client.Post($"/api/admin/users/{steward.UserId}/reset-password").Json()).Text("oneTimePassword");
        await _app.Client(await _app.TokenAsync(steward.Email, password)).Post("/api/account/password", new { currentPassword = password, newPassword = AppPeople.Password }).Json();
        steward = await _app.AgainAsync(steward);

        await Find(steward, "legal").ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccessRefusal.GrantNeedsRecertification));
        await officer.Client.Post($"/api/looks/grants/{steward.UserId}/recertify", new { until = _app.Clock.GetUtcNow().AddMonths(3) }).Json();

        await Find(steward, "legal").Json();
    }

    [Fact]
    public async Task Grants_AreListed_AndSeenByTheirHolder()
    {
        var (steward, officer) = (await _app.AsLooker(Roles.DataSteward, "legal", "incident"), await _app.As(Roles.PrivacyOfficer));

        var listed = (await officer.Client.GetAsync("/api/looks/grants?limit=500").Json()).Items().Single(item => item.Text("userId") == steward.UserId);
        var mine = await steward.Client.GetAsync("/api/looks/grants/mine").Json();

        listed.GetProperty("purposes").GetArrayLength().ShouldBe(2);
        mine.Text("employer").ShouldBe("The society");
    }

    private static Task<HttpResponseMessage> Find(Person person, string? purpose) =>
        person.Client.Post("/api/patients/find", new { practiceId = "granted", patientId = "g1", purpose });

    private async Task PatientAsync() =>
        await (await _app.AsPractice("granted")).IngestAsync(new Patient("g1", "Ottilie", "Quarrington", "1961-04-02", "536-11-0300"));
}
