using System.Net;
using System.Text.RegularExpressions;

namespace Centra.Service.Tests.People;

public partial class PageSignInTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task SignIn_WithoutAntiForgeryToken_IsRefused()
    {
        var person = await _app.AdmitAsync("forged");

        var answer = await _app.Anonymous.PostAsync("/sign-in", Form(person.Email, AppPeople.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task SignIn_RightPassword_SetsACookieThatCountsOnPagesOnly()
    {
        var (client, cookies) = await VisitAsync();
        var person = await _app.AdmitAsync("petra-page", null, Roles.PrivacyOfficer);

        var answer = await PostAsync(client, cookies, "/sign-in", Form(person.Email, AppPeople.Password, "/opt-out"));

        answer.Headers.Location!.ToString().ShouldBe("/opt-out");
        var page = await client.GetStringAsync("/opt-out");
        page.ShouldContain("petra-page");
        await client.GetAsync("/api/account").ShouldRefuse(HttpStatusCode.Unauthorized, "NotAuthenticated");
    }

    [Fact]
    public async Task SignIn_WrongPassword_GoesBackWithTheCode()
    {
        var (client, cookies) = await VisitAsync();

        var answer = await PostAsync(client, cookies, "/sign-in", Form("nobody@society.test", "wrong"));

        answer.Headers.Location!.ToString().ShouldBe("/sign-in?failed=SignInFailed");
    }

    [Theory]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("https://evil.test/")]
    public async Task SignIn_WithAReturnUrlElsewhere_StaysHere(string returnUrl)
    {
        var (client, cookies) = await VisitAsync();
        var person = await _app.AdmitAsync(_app.Get<IdSource>().NewId("p"));

        var answer = await PostAsync(client, cookies, "/sign-in", Form(person.Email, AppPeople.Password, returnUrl));

        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task DisabledPerson_IsOutOfPagesAtOnce()
    {
        var (client, cookies) = await VisitAsync();
        var person = await _app.AdmitAsync("xavier-out", null, Roles.PrivacyOfficer);
        var one = await _app.As(Roles.Operator);
        await PostAsync(client, cookies, "/sign-in", Form(person.Email, AppPeople.Password));
        (await client.GetStringAsync("/opt-out")).ShouldContain("xavier-out");

        await one.Client.Post($"/api/admin/users/{person.UserId}/disable").Json();

        (await client.GetStringAsync("/opt-out")).ShouldNotContain("xavier-out");
    }

    private static FormUrlEncodedContent Form(string email, string password, string? returnUrl = null) => new(new Dictionary<string, string>
    {
        ["email"] = email,
        ["password"] = password,
        ["returnUrl"] = returnUrl ?? "",
    });

    // A page's form carries the token; here one is taken from the antiforgery service's field on any page with a form.
    private async Task<(HttpClient Client, string Field)> VisitAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _app.Anonymous.BaseAddress };
        await using var scope = _app.Scope();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var tokens = _app.Get<Microsoft.AspNetCore.Antiforgery.IAntiforgery>().GetAndStoreTokens(context);
        client.DefaultRequestHeaders.Add("Cookie", CookiePair().Match(context.Response.Headers.SetCookie.ToString()).Value);
        return (client, tokens.RequestToken!);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string token, string path, FormUrlEncodedContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form, Headers = { { "RequestVerificationToken", token } } };
        return await client.SendAsync(request);
    }

    [GeneratedRegex("^[^;]+")]
    private static partial Regex CookiePair();
}
