using System.Net;
using System.Text.RegularExpressions;
using Centra.Api.People;
using Centra.Api.Portal;

namespace Centra.Service.Tests.Portal;

/// <summary>Signing in, and the second factor.</summary>
public sealed partial class AccountPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Theory]
    [InlineData("/no-such-page", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html")]
    [InlineData("/no-such-page", "text/html", "text/html")]
    [InlineData("/no-such-page", "*/*", "application/problem+json")]
    [InlineData("/api/no-such-route", "text/html,*/*;q=0.8", "application/problem+json")]
    public async Task Nothing_IsAPageToABrowser_AndAProblemToAProgram(string path, string accepted, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accepted);

        using var answer = await _app.Anonymous.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task SignInPage_WithoutADemonstration_OffersNobody()
    {
        using var browser = Browser.Open(_app);

        var page = await browser.PageAsync("/sign-in");

        page.ShouldNotContain("demonstration");
        PasswordField().Count(page).ShouldBe(1);
    }

    [Fact]
    public async Task SecondFactor_IsSetUpByAPicture_AndTakenAway()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        var begun = await (await browser.SubmitAsync("/account/second-factor", "/account/second-factor")).Content.ReadAsStringAsync();
        begun.ShouldContain("<svg");
        var secret = Secret().Match(begun).Groups[1].Value;

        var slip = await browser.SubmitAsync("/account/second-factor", "/account/second-factor/confirm", ("code", "000000"));
        (await slip.Content.ReadAsStringAsync()).ShouldContain(secret);
        var set = await browser.SubmitAsync("/account/second-factor", "/account/second-factor/confirm", ("code", TotpCodes.CodeAt(secret, _app.Clock.GetUtcNow())));

        set.Headers.Location!.ToString().ShouldBe("/account?done=totp");
        (await browser.PageAsync("/account")).Words().ShouldContain("Second factor Set up");
        _app.Clock.Advance(TimeSpan.FromSeconds(60));
        var gone = await browser.SubmitAsync("/account/second-factor", "/account/second-factor/remove", ("password", AppPeople.Password), ("code", TotpCodes.CodeAt(secret, _app.Clock.GetUtcNow())));
        gone.Headers.Location!.ToString().ShouldBe("/account?done=totp");
        (await browser.PageAsync("/account")).Words().ShouldContain("Second factor Not set up");
    }

    [Fact]
    public async Task DemoPeople_AreThoseOfItsFile_AndNobodyWithoutADemonstration()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "demo-credentials.json"), """{"users":[{"role":"Chair","email":"chair@demo.example","password":"p"}],"practices":[]}""", TestContext.Current.CancellationToken);

        (await new DemoDoor(folder.Path).PeopleAsync()).Single().Email.ShouldBe("chair@demo.example");
        (await new DemoDoor(null).PeopleAsync()).ShouldBeEmpty();
    }

    [GeneratedRegex("<dd class=\"hash\">([A-Z2-7]+)</dd>")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"password\"")]
    private static partial Regex PasswordField();
}
