using System.Net;
using Centra.Api.People;

namespace Centra.Service.Tests.People;

public class LockoutTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Lockout_FiveFailures_RefusesTheRightPasswordForAQuarterOfAnHour()
    {
        var person = await _app.AdmitAsync("locked");
        await FailAsync(person, 5);

        await _app.SignInAsync(person.Email).ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
        _app.Clock.Advance(TimeSpan.FromMinutes(15));

        (await _app.SignInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lockout_FourFailuresAndASuccess_BeginsToCountAnew()
    {
        var person = await _app.AdmitAsync("nearly");
        await FailAsync(person, 4);
        await _app.TokenAsync(person.Email);
        await FailAsync(person, 4);

        (await _app.SignInAsync(person.Email)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Lockout_FailuresBesideEachOther_AreAllCounted()
    {
        var person = await _app.AdmitAsync("beside");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _app.SignInAsync(person.Email, "not the password")));

        await _app.SignInAsync(person.Email).ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
    }

    [Fact]
    public async Task Lockout_EndsSessionsAtOnce_UntilUnlocked()
    {
        var person = await _app.As(Roles.PrivacyOfficer);
        var other = await _app.As(Roles.Operator);
        await FailAsync(person, 5);

        await person.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        await other.Client.Post($"/api/admin/users/{person.UserId}/unlock").Json();

        await person.Client.GetAsync("/api/account").Json();
    }

    [Fact]
    public async Task PresentPassword_GuessedWithAToken_LocksOut()
    {
        var person = await _app.As(Roles.Auditor);

        for (var i = 0; i < 5; i++)
            await person.Client.Post("/api/account/password", new { currentPassword = $"guess {i}", newPassword = "three tall lamps sing" }).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccountRefusal.PasswordIsWrong));

        await person.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    private async Task FailAsync(Person person, int times)
    {
        for (var i = 0; i < times; i++)
            await _app.SignInAsync(person.Email, $"not the password {i}");
    }
}
