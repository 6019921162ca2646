using System.Net;
using System.Text.RegularExpressions;

namespace Centra.Service.Tests.Portal;

/// <summary>A forgotten password, and the letter with a link to a new one.</summary>
public sealed partial class ForgottenPasswordTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Chosen = "nine patient harbours glow";

    private readonly ServiceApp _app = shared.App;

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

    // The letter as it lies in the folder of e-mail.
    private async Task<string> LinkAsync(Browser browser, string email)
    {
        await browser.SubmitAsync("/forgotten-password", ("email", email));
        var read = _app.Get<Centra.Storage.ReadStore>();
        var body = await Patience.UntilThereAsync(() => read.Database.ReadAsync(session => session.FindAsync(
            "select m.body from message m join app_user u on u.id = m.user_id where u.email = $1 and m.template = 'letter' order by m.at desc limit 1", row => row.GetString(0), email)));
        return Link().Match(body.ShouldNotBeNull()).Value;
    }

    private static string ValueOf(string link) => link.Split('=', 2)[1];

    [GeneratedRegex("/new-password\\?link=\\S+")]
    private static partial Regex Link();
}
