using System.Net;
using System.Text.Json;
using Centra.Api.People;

namespace Centra.Service.Tests.People;

public class AdminTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Admit_WithARole_ProposesItUntilASecondOperatorApproves()
    {
        var (one, two) = (await _app.As(Roles.Operator), await _app.As(Roles.Operator));
        var (id, client) = await AdmitAsync(one, Roles.PrivacyOfficer);
        await client.GetAsync("/api/looks").ShouldRefuse(HttpStatusCode.Forbidden, "NotAllowed");

        await one.Client.Post($"/api/admin/users/{id}/roles/PrivacyOfficer/approve").ShouldRefuse(HttpStatusCode.Forbidden, nameof(PersonRefusal.SecondOperatorIsNeeded));
        await two.Client.Post($"/api/admin/users/{id}/roles/PrivacyOfficer/approve").Json();

        await client.GetAsync("/api/looks").Json();
    }

    [Fact]
    public async Task RemovedRole_IsGoneWithTheNextRequest()
    {
        var (one, officer) = (await _app.As(Roles.Operator), await _app.As(Roles.PrivacyOfficer));
        await officer.Client.GetAsync("/api/looks").Json();

        await one.Client.DeleteAsync($"/api/admin/users/{officer.UserId}/roles/PrivacyOfficer").Json();

        await officer.Client.GetAsync("/api/looks").ShouldRefuse(HttpStatusCode.Forbidden, "NotAllowed");
    }

    [Fact]
    public async Task DisabledPerson_IsOutAtOnce_AndOldTokensStayDead()
    {
        var (one, officer) = (await _app.As(Roles.Operator), await _app.As(Roles.PrivacyOfficer));

        await one.Client.Post($"/api/admin/users/{officer.UserId}/disable").Json();
        await officer.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        await _app.SignInAsync(officer.Email).ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
        await one.Client.Post($"/api/admin/users/{officer.UserId}/enable").Json();

        await officer.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        await _app.TokenAsync(officer.Email);
    }

    [Theory]
    [InlineData(Roles.Operator, Roles.PrivacyOfficer)]
    [InlineData(Roles.Operator, Roles.Auditor)]
    [InlineData(Roles.DataSteward, Roles.Operator)]
    [InlineData(Roles.Finance, Roles.Auditor)]
    public async Task Roles_ThatAreHeldAlone_AreRefusedBesideOthers(string held, string asked)
    {
        var (one, person) = (await _app.As(Roles.Operator), await _app.As(held));

        await one.Client.Post($"/api/admin/users/{person.UserId}/roles", new { role = asked }).ShouldRefuse(HttpStatusCode.Conflict, nameof(PersonRefusal.RolesAreIncompatible));
    }

    [Fact]
    public async Task Operator_ChangesNothingAboutThemselves()
    {
        var one = await _app.As(Roles.Operator);

        await one.Client.Post($"/api/admin/users/{one.UserId}/roles", new { role = Roles.PrivacyOfficer }).ShouldRefuse(HttpStatusCode.Forbidden, nameof(PersonRefusal.NobodyGovernsThemselves));
        await one.Client.Post($"/api/admin/users/{one.UserId}/reset-totp").ShouldRefuse(HttpStatusCode.Forbidden, nameof(PersonRefusal.ChangeIsNotTheCallers));
        await one.Client.Post($"/api/admin/users/{one.UserId}/disable").ShouldRefuse(HttpStatusCode.Forbidden, nameof(PersonRefusal.NobodyGovernsThemselves));
    }

    [Fact]
    public async Task Admit_BadInput_IsRefusedWithItsCode()
    {
        var one = await _app.As(Roles.Operator);
        await RefuseAsync(new { email = "no address", displayName = "A" }, HttpStatusCode.UnprocessableEntity, nameof(AccountRefusal.EmailIsWrong));
        await RefuseAsync(new { email = "a@b.org" }, HttpStatusCode.UnprocessableEntity, nameof(AccountRefusal.DisplayNameIsWrong));
        await RefuseAsync(new { email = one.Email.ToUpperInvariant(), displayName = "A" }, HttpStatusCode.Conflict, nameof(AccountRefusal.EmailIsTaken));
        await RefuseAsync(new { email = "a@b.org", displayName = "A", roles = Array("King") }, HttpStatusCode.UnprocessableEntity, nameof(PersonRefusal.RoleIsUnknown));
        await RefuseAsync(new { email = "a@b.org", displayName = "A", roles = Array(Roles.ProviderAgent) }, HttpStatusCode.UnprocessableEntity, nameof(PersonRefusal.PracticeIsNeeded));
        await RefuseAsync(new { email = "a@b.org", displayName = "A", practiceId = "nowhere" }, HttpStatusCode.UnprocessableEntity, nameof(PersonRefusal.PracticeIsNeeded));

        Task RefuseAsync(object body, HttpStatusCode status, string code) => one.Client.Post("/api/admin/users", body).ShouldRefuse(status, code);
    }

    [Fact]
    public async Task Admit_SentTwiceWithOneKey_AdmitsOnceAndShowsThePasswordOnce()
    {
        var one = await _app.As(Roles.Operator);
        one.Client.DefaultRequestHeaders.Add("Idempotency-Key", "admit-1");

        var first = await one.Client.Post("/api/admin/users", new { email = "twice@society.test", displayName = "Twice" }).Json();
        var second = await one.Client.Post("/api/admin/users", new { email = "twice@society.test", displayName = "Twice" }).Json();

        second.GetProperty("person").Text("userId").ShouldBe(first.GetProperty("person").Text("userId"));
        (first.Has("oneTimePassword"), second.Has("oneTimePassword")).ShouldBe((true, false));
    }

    [Fact]
    public async Task Reset_GivesAOneTimePassword_EndsSessionsAndTellsOfficers()
    {
        var (one, steward, officer) = (await _app.As(Roles.Operator), await _app.As(Roles.DataSteward), await _app.As(Roles.PrivacyOfficer));

        var password = (await one.Client.Post($"/api/admin/users/{steward.UserId}/reset-password").Json()).Text("oneTimePassword");

        await steward.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        await _app.SignInAsync(steward.Email).ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
        await _app.Client(await _app.TokenAsync(steward.Email, password)).GetAsync("/api/looks/purposes").ShouldRefuse(HttpStatusCode.Forbidden, "PasswordMustBeChanged");
        (await officer.Client.GetAsync("/api/alarms").Json()).Items().ShouldContain(alarm => alarm.Text("text").Contains(steward.UserId));
    }

    [Fact]
    public async Task EveryChange_StandsInTheAuditTrail()
    {
        var (one, two, auditor) = (await _app.As(Roles.Operator), await _app.As(Roles.Operator), await _app.As(Roles.Auditor));
        var (id, _) = await AdmitAsync(one, Roles.Finance);
        await two.Client.Post($"/api/admin/users/{id}/roles/Finance/approve").Json();
        await one.Client.Post($"/api/admin/users/{id}/disable").Json();

        var events = (await auditor.Client.GetAsync($"/api/audit?stream=person/{id}").Json()).Items();

        events.Select(item => (item.Text("type"), item.Text("actor"))).ShouldBe([
            (nameof(PersonAdmitted), one.UserId), (nameof(RoleProposed), one.UserId), (nameof(CredentialsChanged), id),
            (nameof(RoleGranted), two.UserId), (nameof(PersonDisabled), one.UserId)]);
        JsonSerializer.Serialize(events).ShouldNotContain("@society.test");
    }

    private static string[] Array(string one) => [one];

    private async Task<(string Id, HttpClient Client)> AdmitAsync(Person by, string role)
    {
        var email = $"{_app.Get<IdSource>().NewId("p")}@society.test";
        var admitted = await by.Client.Post("/api/admin/users", new { email, displayName = "New", roles = Array(role) }).Json();
        var password = admitted.Text("oneTimePassword");
        await _app.Client(await _app.TokenAsync(email, password)).Post("/api/account/password", new { currentPassword = password, newPassword = AppPeople.Password }).Json();
        return (admitted.GetProperty("person").Text("userId"), _app.Client(await _app.TokenAsync(email)));
    }
}
