using System.Net;
using System.Text.RegularExpressions;
using Centra.Api.People;
using Centra.Api.Portal;

namespace Centra.Service.Tests.Portal;

/// <summary>Credentials in a browser: forgotten passwords, the second factor, and how long a session lasts.</summary>
public sealed partial class AccountPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Chosen = "nine patient harbours glow";

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task SignInPage_WithoutADemonstration_OffersNobody()
    {
        using var browser = Browser.Open(_app);

        var page = await browser.PageAsync("/sign-in");

        page.ShouldNotContain("demonstration");
        PasswordField().Count(page).ShouldBe(1);
    }

    [Fact]
    public async Task ForgottenPassword_AnswersTheSame_WhoeverAsks()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = Browser.Open(_app);

        var known = await (await browser.SubmitAsync("/forgotten-password", ("email", person.Email))).WordsAsync();
        var unknown = await (await browser.SubmitAsync("/forgotten-password", ("email", $"nobody.{person.Email}"))).WordsAsync();

        known.ShouldBe(unknown);
    }

    [Fact]
    public async Task ForgottenPassword_AskedForTooOften_IsRefused()
    {
        using var browser = Browser.Open(_app);
        for (var time = 0; time < 3; time++)
            (await browser.SubmitAsync("/forgotten-password", ("email", "often@society.test"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.SubmitAsync("/forgotten-password", ("email", "Often@society.test"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task LinkOfALetter_IsGoodOnce()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = Browser.Open(_app);
        var link = await LinkAsync(browser, person.Email);

        var first = await browser.SubmitAsync(link, "/new-password", ("link", ValueOf(link)), ("chosen", Chosen), ("repeated", Chosen));

        (await first.WordsAsync()).ShouldContain("Your password is changed");
        (await _app.SignInAsync(person.Email)).IsSuccessStatusCode.ShouldBeFalse();
        (await _app.SignInAsync(person.Email, Chosen)).IsSuccessStatusCode.ShouldBeTrue();
        using var again = await browser.Client.GetAsync(link);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.WordsAsync()).ShouldContain("no longer counts");
    }

    [Fact]
    public async Task LinkOfALetter_AfterHalfAnHour_NoLongerCounts()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = Browser.Open(_app);
        var link = await LinkAsync(browser, person.Email);

        _app.Clock.Advance(TimeSpan.FromMinutes(31));

        (await browser.Client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task LinkOfALetter_WithAPasswordThatIsTooShort_SaysSo_AndStillCounts()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = Browser.Open(_app);
        var link = await LinkAsync(browser, person.Email);

        var refused = await browser.SubmitAsync(link, "/new-password", ("link", ValueOf(link)), ("chosen", "short"), ("repeated", "short"));

        (await refused.WordsAsync()).ShouldContain("12 to 200 characters");
        (await browser.Client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Letter_StandsInNoInbox()
    {
        var person = await _app.As(Roles.Reviewer);
        using var asking = Browser.Open(_app);
        await LinkAsync(asking, person.Email);
        using var browser = await Browser.SignInAsync(_app, person.Email);

        (await browser.PageAsync("/notifications")).ShouldNotContain("Choose another password");
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
    public async Task SigningOutEverywhere_EndsThisSessionAndOthers()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        using var elsewhere = await Browser.SignInAsync(_app, person.Email);

        await browser.FillAsync("/account", "/do/tokens").ShouldLeadOn();

        (await browser.Client.GetAsync("/home")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await elsewhere.Client.GetAsync("/home")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Session_EndsWhenNothingIsDone_AndLastsEightHoursAtMost()
    {
        var person = await _app.As(Roles.Reviewer);
        using var idle = await Browser.SignInAsync(_app, person.Email);
        using var busy = await Browser.SignInAsync(_app, person.Email);

        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        (await busy.Client.GetAsync("/home")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _app.Clock.Advance(TimeSpan.FromMinutes(20));

        (await idle.Client.GetAsync("/home")).Headers.Location?.AbsolutePath.ShouldBe("/sign-in");
        (await busy.Client.GetAsync("/home")).StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var time = 0; time < 22; time++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(20));
            await busy.Client.GetAsync("/home");
        }
        (await busy.Client.GetAsync("/home")).Headers.Location?.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task PageThatAsksByItself_KeepsNobodySignedIn()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        browser.Client.DefaultRequestHeaders.Add("Centra-Live", "1");

        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        (await browser.Client.GetAsync("/home")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _app.Clock.Advance(TimeSpan.FromMinutes(20));

        (await browser.Client.GetAsync("/home")).Headers.Location?.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task DemoPeople_AreThoseOfItsFile_AndNobodyWithoutADemonstration()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "demo-credentials.json"), """{"users":[{"role":"Chair","email":"chair@demo.example","password":"p"}],"practices":[]}""", TestContext.Current.CancellationToken);

        (await new DemoDoor(folder.Path).PeopleAsync()).Single().Email.ShouldBe("chair@demo.example");
        (await new DemoDoor(null).PeopleAsync()).ShouldBeEmpty();
    }

    // The letter as it lies in the folder of e-mail.
    private async Task<string> LinkAsync(Browser browser, string email)
    {
        await browser.SubmitAsync("/forgotten-password", ("email", email));
        var read = _app.Get<Centra.Storage.ReadStore>();
        var body = await Patience.UntilTakenAsync<string>(async () => await read.Database.ReadAsync(session => session.FindAsync(
            "select m.body from message m join app_user u on u.id = m.user_id where u.email = $1 and m.template = 'letter' order by m.at desc limit 1", row => row.GetString(0), email)) is { } text
            ? text : Centra.Register.RegisterRefusal.RegisterIsUnavailable);
        return Link().Match(body.Value!).Value;
    }

    private static string ValueOf(string link) => link.Split('=', 2)[1];

    [GeneratedRegex("/new-password\\?link=\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("<dd class=\"hash\">([A-Z2-7]+)</dd>")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"password\"")]
    private static partial Regex PasswordField();
}
