using System.Net;
using Centra.Api.People;
using Centra.Storage;

namespace Centra.Service.Tests.People;

public class SecondFactorTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(20_000_000_000, "353130")]
    public void Code_VectorsOfRfc6238_Agree(long seconds, string code) =>
        TotpCodes.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Fact]
    public async Task SignIn_WithSecondFactor_NeedsItsCode()
    {
        var (person, secret) = await EnrolAsync();

        await _app.SignInAsync(person.Email).ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.TotpIsNeeded));
        await _app.SignInAsync(person.Email, totp: "000000").ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
        await _app.TokenAsync(person.Email, totp: Next(secret));
    }

    [Fact]
    public async Task Code_SentTwice_IsGoodOnce()
    {
        var (person, secret) = await EnrolAsync();
        var code = Next(secret);
        await _app.TokenAsync(person.Email, totp: code);

        await _app.SignInAsync(person.Email, totp: code).ShouldRefuse(HttpStatusCode.Unauthorized, nameof(AccountRefusal.SignInFailed));
    }

    [Fact]
    public async Task Enrolment_EndsSessions_AndNeedsItsFirstCode()
    {
        var person = await _app.As(Roles.DataSteward);
        await person.Client.Post("/api/account/totp/confirm", new { code = "123456" }).ShouldRefuse(HttpStatusCode.Conflict, nameof(AccountRefusal.TotpIsNotSet));
        var secret = (await person.Client.Post("/api/account/totp").Json()).Text("secret");
        await person.Client.Post("/api/account/totp/confirm", new { code = "000000" }).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccountRefusal.TotpCodeIsWrong));
        await _app.TokenAsync(person.Email);

        await person.Client.Post("/api/account/totp/confirm", new { code = Next(secret) }).Json();

        await person.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    [Fact]
    public async Task Removal_NeedsPasswordAndCode()
    {
        var (person, secret) = await EnrolAsync();
        var client = _app.Client(await _app.TokenAsync(person.Email, totp: Next(secret)));
        var code = Next(secret);
        await client.Post("/api/account/totp/remove", new { password = "wrong", code }).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccountRefusal.PasswordIsWrong));
        await client.Post("/api/account/totp/remove", new { password = AppPeople.Password, code = "000000" }).ShouldRefuse(HttpStatusCode.Forbidden, nameof(AccountRefusal.TotpCodeIsWrong));

        await client.Post("/api/account/totp/remove", new { password = AppPeople.Password, code }).Json();

        await _app.TokenAsync(person.Email);
    }

    [Fact]
    public async Task Secret_AtRest_IsEncrypted()
    {
        var (person, secret) = await EnrolAsync();

        var stored = await _app.Get<ReadStore>().Database.ReadAsync(session =>
            session.FindAsync("select totp_key from app_user where id = $1", row => row.GetFieldValue<byte[]>(0), person.UserId));

        System.Text.Encoding.Latin1.GetString(stored!).ShouldNotContain(secret);
    }

    // Codes are good once, so each is taken from a step of its own.
    private string Next(string secret)
    {
        _app.Clock.Advance(TimeSpan.FromSeconds(30));
        return TotpCodes.CodeAt(secret, _app.Clock.GetUtcNow());
    }

    private async Task<(Person Person, string Secret)> EnrolAsync()
    {
        var person = await _app.As(Roles.DataSteward);
        var secret = (await person.Client.Post("/api/account/totp").Json()).Text("secret");
        await person.Client.Post("/api/account/totp/confirm", new { code = Next(secret) }).Json();
        return (person, secret);
    }
}
