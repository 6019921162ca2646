using System.Net;

namespace Centra.Service.Tests.Portal;

/// <summary>How long somebody is signed in.</summary>
public sealed class SessionTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

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

    [Theory]
    [InlineData("same-origin", HttpStatusCode.Unauthorized)]
    [InlineData("cross-site", HttpStatusCode.Redirect)]
    public async Task Words_SentWhenTheSessionHasEnded_AreGivenBack_ToThisSiteAlone(string site, HttpStatusCode status)
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        _app.Clock.Advance(TimeSpan.FromMinutes(31));
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        using var answer = await browser.Client.PostAsync("/do/requests/r/evaluation", new FormUrlEncodedContent([new("why", "Half an hour of thought."), new("password", "not to be shown")]));

        answer.StatusCode.ShouldBe(status);
        var page = await answer.Content.ReadAsStringAsync();
        page.Contains("Half an hour of thought.", StringComparison.Ordinal).ShouldBe(status is HttpStatusCode.Unauthorized);
        page.ShouldNotContain("not to be shown");
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
}
