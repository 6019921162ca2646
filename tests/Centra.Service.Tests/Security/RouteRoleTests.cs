using System.Net;
using System.Text.Json;
using Centra.Api.Security;
using Centra.Practices;

namespace Centra.Service.Tests.Security;

/// <summary>Every route times every role, every scope of a key, a one-time password and nobody: only whom the table names gets past the door.</summary>
public class RouteRoleTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly string[] AtTheDoor = ["NotAuthenticated", "NotAllowed", "PasswordMustBeChanged"];

    private readonly ServiceApp _app = shared.App;

    public static TheoryData<string> RoleNames => [.. Roles.All];

    public static TheoryData<KeyScopes> Scopes => [.. Enum.GetValues<KeyScopes>().Where(scope => scope is not KeyScopes.None)];

    [Theory]
    [MemberData(nameof(RoleNames))]
    public async Task Role_PassesWhatTheTableSays(string role)
    {
        var person = await _app.As(role, role == Roles.ProviderAgent ? "north" : null);

        await WalkAsync(person.Client, "NotAllowed", rule => rule.AnyPerson || rule.Roles.Contains(role));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Key_PassesWhatTheTableSays(KeyScopes scope) =>
        await WalkAsync(await _app.AsPractice("north", scope), "NotAllowed", rule => rule.Scope == scope);

    [Fact]
    public async Task Nobody_PassesNothing() => await WalkAsync(_app.Anonymous, "NotAuthenticated", _ => false);

    [Fact]
    public async Task OneTimePassword_PassesOnlyWhatItIsFor()
    {
        var (one, person) = (await _app.As(Roles.Operator), await _app.As(Roles.PrivacyOfficer));
        var password = (await one.Client.Post($"/api/admin/users/{person.UserId}/reset-password").Json()).Text("oneTimePassword");
        var client = _app.Client(await _app.TokenAsync(person.Email, password));

        await WalkAsync(client, "PasswordMustBeChanged", rule => rule.WithOneTimePassword);
    }

    [Fact]
    public async Task PersonWithoutRole_PassesOnlyWhatIsTheirOwn()
    {
        var person = await _app.AdmitAsync("roleless");

        await WalkAsync(_app.Client(await _app.TokenAsync(person.Email)), "NotAllowed", rule => rule.AnyPerson);
    }

    // Ending one's own sessions comes last: nothing passes after it.
    private async Task WalkAsync(HttpClient client, string refusal, Func<PolicyRule, bool> passes)
    {
        var walked = 0;
        foreach (var route in Route.Of(_app).Where(route => !route.IsAnonymous).OrderBy(route => route.ToString() == "DELETE /api/tokens"))
        {
            using var request = route.Request(name => name is "n" or "number" ? "1" : name is "handle" ? new string('0', 32) : "none-such");
            using var answer = await client.SendAsync(request);
            var code = await CodeAsync(answer);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{route}");
            if (route.IsPage && refusal == "NotAuthenticated")
                (answer.Headers.Location?.AbsolutePath).ShouldBe("/sign-in", $"{route}");
            else if (passes(PolicyTable.All[route.Policies[0]]))
                AtTheDoor.ShouldNotContain(code, $"{route}");
            else
                (answer.StatusCode, code).ShouldBe((refusal == "NotAuthenticated" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, refusal), $"{route}");
            walked++;
        }
        walked.ShouldBeGreaterThan(50);
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return "";
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Text("code");
    }
}
