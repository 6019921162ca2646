using System.Net;
using Centra.Storage;
using Centra.Api.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.People;

public class TokenTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task Token_RightPassword_SignsIn()
    {
        var officer = await _app.As(Roles.PrivacyOfficer);

        var me = await officer.Client.GetAsync("/api/account").Json();

        me.Text("email").ShouldBe(officer.Email);
        me.GetProperty("roles")[0].GetString().ShouldBe(Roles.PrivacyOfficer);
    }

    [Fact]
    public async Task Token_WrongPasswordAndUnknownEmail_AnswerAlike()
    {
        var person = await _app.AdmitAsync("alike");

        var wrong = await _app.SignInAsync(person.Email, "not the password").ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
        var unknown = await _app.SignInAsync("nobody@society.test", "not the password").ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));

        unknown.Text("detail").ShouldBe(wrong.Text("detail"));
        unknown.EnumerateObject().Select(member => member.Name).ShouldBe(wrong.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Token_UnknownEmail_CostsAHashLikeAnyOther()
    {
        var hasher = new CountingHasher();
        using var folder = new TempFolder();
        await using var app = await ServiceApp.StartAsync(folder.Path, also: services => services.AddSingleton<IPasswordHasher<User>>(hasher));
        var person = await app.AdmitAsync("counted");

        foreach (var email in new[] { person.Email, "nobody@society.test", "" })
        {
            var before = hasher.Verified;
            await app.SignInAsync(email, "not the password");
            (hasher.Verified - before).ShouldBe(1, email);
        }
    }

    [Fact]
    public async Task Token_AfterEightHours_NoLongerCounts()
    {
        var person = await _app.As(Roles.Auditor);
        await person.Client.GetAsync("/api/account").Json();

        _app.Clock.Advance(TimeSpan.FromHours(8));

        await person.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    [Fact]
    public async Task Token_SignedOutEverywhere_NoLongerCounts()
    {
        var person = await _app.As(Roles.Auditor);
        var elsewhere = _app.Client(await _app.TokenAsync(person.Email));

        (await person.Client.DeleteAsync("/api/tokens")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await elsewhere.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
        _app.Client(await _app.TokenAsync(person.Email)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ck.north.key.short")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Token_MadeUp_IsRefused(string bearer) =>
        await _app.Client(bearer).GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");

    [Fact]
    public async Task Token_AfterRestart_StillCounts()
    {
        using var folder = new TempFolder();
        string token;
        await using (var first = await ServiceApp.StartAsync(folder.Path))
            token = await first.TokenAsync((await first.AdmitAsync("restart")).Email);

        await using var second = await ServiceApp.StartAsync(folder.Path);

        await second.Client(token).GetAsync("/api/account").Json();
    }

    [Fact]
    public async Task Attempts_AreRecordedWithoutWhatWasTyped()
    {
        var auditor = await _app.As(Roles.Auditor);
        var person = await _app.AdmitAsync("recorded");
        await _app.SignInAsync(person.Email, "my secret typed wrong");
        await _app.SignInAsync("somebody.else@society.test", "x");

        var list = (await auditor.Client.GetAsync("/api/audit/sign-ins?limit=2").Json()).Items();

        list[0].Has("userId").ShouldBeFalse();
        list[1].Text("userId").ShouldBe(person.UserId);
        list.ShouldAllBe(item => item.Text("outcome") == nameof(AccountRefusal.SignInFailed) && item.Text("address") == "127.0.0.1");
    }

    private sealed class CountingHasher : PasswordHasher<User>
    {
        private int _verified;

        public int Verified => _verified;

        public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
