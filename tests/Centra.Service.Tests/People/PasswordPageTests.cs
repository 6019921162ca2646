using System.Net;

namespace Centra.Service.Tests.People;

public class PasswordPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Chosen = "seven quiet lanterns drift";

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task OneTimePassword_LeadsToTheFormAndThenToWhereOneWanted()
    {
        var (person, given) = await ResetAsync(Roles.PrivacyOfficer);
        using var browser = Browser.Open(_app);

        var signedIn = await browser.SubmitAsync("/sign-in", ("email", person.Email), ("password", given), ("returnUrl", "/review-lane"));
        var page = signedIn.Headers.Location!.ToString();
        var form = await browser.Client.GetStringAsync(page);
        var chosen = await browser.SubmitAsync(page, "/account/password", ("Current", given), ("Chosen", Chosen), ("Repeated", Chosen), ("ReturnUrl", "/review-lane"));

        page.ShouldBe("/account/password?returnUrl=%2Freview-lane");
        form.ShouldContain("Choose your own password");
        form.ShouldContain("12 to 200 characters");
        form.ShouldContain("name=\"ReturnUrl\" value=\"/review-lane\"");
        chosen.Headers.Location!.ToString().ShouldBe("/review-lane");
        (await browser.Client.GetAsync("/review-lane")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _app.SignInAsync(person.Email, given)).IsSuccessStatusCode.ShouldBeFalse();
        (await _app.SignInAsync(person.Email, Chosen)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task OneTimePassword_OnAnyOtherPage_LeadsToTheForm()
    {
        var (person, given) = await ResetAsync(Roles.PrivacyOfficer);
        using var browser = Browser.Open(_app);
        await browser.SubmitAsync("/sign-in", ("email", person.Email), ("password", given));

        var answer = await browser.Client.GetAsync("/review-lane");

        answer.Headers.Location!.ToString().ShouldBe("/account/password?returnUrl=%2Freview-lane");
    }

    [Theory]
    [InlineData("wrong", Chosen, Chosen, "The present password is wrong")]
    [InlineData(AppPeople.Password, Chosen, "seven quiet lanterns drown", "not typed the same way twice")]
    [InlineData(AppPeople.Password, "short", "short", "A password has 12 to 200 characters. ")]
    [InlineData(AppPeople.Password, AppPeople.Password, AppPeople.Password, "differs from the present one")]
    public async Task Change_ThatIsRefused_SaysWhyAndKeepsThePassword(string current, string chosen, string repeated, string sentence)
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);

        var answer = await browser.SubmitAsync("/account/password", ("Current", current), ("Chosen", chosen), ("Repeated", repeated));

        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldContain(sentence);
        text.ShouldNotContain(chosen);
        (await _app.SignInAsync(person.Email)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Change_EndsAllOtherSessions_AndThisOneGoesOn()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        using var elsewhere = await Browser.SignInAsync(_app, person.Email);

        var changed = await browser.SubmitAsync("/account/password", ("Current", AppPeople.Password), ("Chosen", Chosen), ("Repeated", Chosen), ("ReturnUrl", "//evil.test/"));

        changed.Headers.Location!.ToString().ShouldBe("/account?changed=yes");
        (await browser.Client.GetStringAsync("/account?changed=yes")).ShouldContain("Your password is changed");
        (await elsewhere.Client.GetAsync("/account")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        await person.Client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    [Fact]
    public async Task Change_WithoutAntiForgeryToken_DoesNothing()
    {
        var person = await _app.As(Roles.Reviewer);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        using var form = new FormUrlEncodedContent([new("Current", AppPeople.Password), new("Chosen", Chosen), new("Repeated", Chosen)]);

        (await browser.Client.PostAsync("/account/password", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await _app.SignInAsync(person.Email)).IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<(Person Person, string Password)> ResetAsync(string role)
    {
        var (one, person) = (await _app.As(Roles.Operator), await _app.As(role));
        return (person, (await one.Client.Post($"/api/admin/users/{person.UserId}/reset-password").Json()).Text("oneTimePassword"));
    }
}
