using System.Net;

namespace Centra.Service.Tests.People;

public class PageSignInTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task SignIn_WithoutAntiForgeryToken_IsRefused()
    {
        var person = await _app.AdmitAsync("forged");
        using var form = new FormUrlEncodedContent([new("email", person.Email), new("password", AppPeople.Password)]);

        var answer = await _app.Anonymous.PostAsync("/sign-in", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_RightPassword_SetsACookieThatCountsOnPagesOnly()
    {
        using var browser = Browser.Open(_app);
        var person = await _app.AdmitAsync("petra-page", null, Roles.PrivacyOfficer);

        var answer = await browser.SubmitAsync("/sign-in", ("email", person.Email), ("password", AppPeople.Password), ("returnUrl", "/review-lane"));

        answer.Headers.Location!.ToString().ShouldBe("/review-lane");
        (await browser.Client.GetStringAsync("/review-lane")).ShouldContain("petra-page");
        await browser.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    [Fact]
    public async Task SignIn_WrongPassword_ShowsTheFormAgainWithTheAddressTyped_ButNoPassword()
    {
        using var browser = Browser.Open(_app);

        var answer = await browser.SubmitAsync("/sign-in", ("email", "no<body@society.test"), ("password", "wrong-one"), ("returnUrl", "/review-lane"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("E-mail, password or code is not right");
        page.ShouldContain("value=\"no&lt;body@society.test\"");
        page.ShouldContain("value=\"/review-lane\"");
        page.ShouldNotContain("wrong-one");
    }

    [Theory]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("https://evil.test/")]
    public async Task SignIn_WithAReturnUrlElsewhere_StaysHere(string returnUrl)
    {
        using var browser = Browser.Open(_app);
        var person = await _app.AdmitAsync(_app.Get<IdSource>().NewId("p"));

        var answer = await browser.SubmitAsync("/sign-in", ("email", person.Email), ("password", AppPeople.Password), ("returnUrl", returnUrl));

        answer.Headers.Location!.ToString().ShouldBe("/home");
    }

    [Fact]
    public async Task DisabledPerson_IsOutOfPagesAtOnce()
    {
        var (person, one) = (await _app.As(Roles.PrivacyOfficer), await _app.As(Roles.Operator));
        using var browser = await Browser.SignInAsync(_app, person.Email);
        (await browser.Client.GetAsync("/review-lane")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await one.Client.Post($"/api/admin/users/{person.UserId}/disable").Json();

        (await browser.Client.GetAsync("/review-lane")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task SignOut_ForgetsTheCookie()
    {
        var person = await _app.As(Roles.PrivacyOfficer);
        using var browser = await Browser.SignInAsync(_app, person.Email);

        await browser.SubmitAsync("/review-lane", "/sign-out");

        (await browser.Client.GetAsync("/review-lane")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
    }
}
