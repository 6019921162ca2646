using System.Net;
using Centra.Api.Security;

namespace Centra.Service.Tests.Security;

/// <summary>Every page times every role, with the cookie that pages go by.</summary>
public class PageRoleTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    public static TheoryData<string> RoleNames => [.. Roles.All];

    [Theory]
    [MemberData(nameof(RoleNames))]
    public async Task Role_SeesThePagesThatTheTableSays(string role)
    {
        var person = await _app.As(role, role == Roles.ProviderAgent ? "north" : null);
        using var browser = await Browser.SignInAsync(_app, person.Email);
        var pages = Route.Of(_app).Where(route => route is { IsAnonymous: false, IsPage: true }).ToList();

        pages.Count.ShouldBeGreaterThan(5);
        foreach (var page in pages)
        {
            using var answer = await browser.Client.SendAsync(page.Request(name => name is "n" or "number" or "position" ? "1" : "none-such"));
            answer.Headers.Location?.AbsolutePath.ShouldNotBe("/sign-in", $"{page}");
            (answer.Headers.Location?.AbsolutePath is "/denied").ShouldBe(!Passes(PolicyTable.All[page.Policies[0]], role), $"{page} {answer.StatusCode}");
        }
    }

    private static bool Passes(PolicyRule rule, string role) => rule.AnyPerson || rule.Roles.Contains(role);

    [Fact]
    public async Task Form_WithoutAntiForgeryToken_DoesNothing()
    {
        var person = await _app.AsAgent("north");
        using var browser = await Browser.SignInAsync(_app, person.Email);

        foreach (var page in Route.Of(_app).Where(route => route is { IsPage: true, Method: "POST" } && route.Policies.Contains(Policies.RunOwnPractice)))
        {
            using HttpContent form = page.ContentType.StartsWith("multipart/", StringComparison.Ordinal)
                ? new MultipartFormDataContent { { new StringContent("same"), "answer" } }
                : new FormUrlEncodedContent([new("answer", "same")]);
            (await browser.Client.PostAsync(page.Pattern.Replace("{id}", "none-such"), form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{page}");
        }
    }
}
