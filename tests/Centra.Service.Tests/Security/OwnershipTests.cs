using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Centra.Api.Security;
using Centra.Practices;

namespace Centra.Service.Tests.Security;

/// <summary>What is another practice's answers exactly like what is not there, on every route that a practice can reach.</summary>
public partial class OwnershipTests(SharedApp shared) : IClassFixture<SharedApp>
{
    // What is there for practices that leave, or have left, only: LeavingTests.
    private static readonly string[] OfLeavers = ["/api/practices/{id}/export", "/api/practices/{id}/export/{type}", "/api/practices/{id}/erasure-certificate"];

    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task NotYoursAndNotThere_AnswerAlike_OnEveryRouteWithAnId()
    {
        var north = await OwnAsync("north");
        await OwnAsync("south");
        var (agent, key) = (await _app.AsAgent("south"), await _app.AsPractice("south"));
        var walked = 0;
        foreach (var route in PracticeRoutes())
        {
            foreach (var client in new[] { agent.Client, key })
            {
                var theirs = await AskAsync(client, route, north);
                var nobodys = await AskAsync(client, route, NotThere);
                theirs.ShouldBe(nobodys, $"{route}");
                walked++;
            }
        }
        walked.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task OwnThings_AreThere()
    {
        var own = await OwnAsync("west");
        var agent = await _app.AsAgent("west");

        foreach (var route in PracticeRoutes().Where(route => route.Method == "GET" && !OfLeavers.Contains(route.Pattern)))
        {
            using var answer = await agent.Client.SendAsync(route.Request(name => own(route, name)));
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{route}");
        }
    }

    private List<Route> PracticeRoutes() => [.. Route.Of(_app).Where(route => route.Pattern.Contains('{') && route.Policies
        .Any(policy => PolicyTable.All[policy].Roles.Contains(Roles.ProviderAgent) || PolicyTable.All[policy].Scope is not KeyScopes.None))];

    private static string NotThere(Route route, string parameter) => parameter switch
    {
        "n" => "1",
        "handle" => new string('0', 32),
        _ => "none-such",
    };

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpClient client, Route route, Func<Route, string, string> parameter)
    {
        using var answer = await client.SendAsync(route.Request(name => parameter(route, name)));
        var text = await answer.Content.ReadAsStringAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
        return (answer.StatusCode, isJson ? WithoutTrace(JsonDocument.Parse(text).RootElement) : Tokens().Replace(text, ""));
    }

    // The token in a page's forms is another one each time.
    [GeneratedRegex("value=\"[^\"]{40,}\"")]
    private static partial Regex Tokens();

    private static string WithoutTrace(JsonElement body) =>
        string.Join(' ', body.EnumerateObject().Where(member => member.Name != "traceId").Select(member => $"{member.Name}={member.Value}"));

    // One of everything that a practice can have. A route with something new has to be named here.
    private async Task<Func<Route, string, string>> OwnAsync(string practiceId)
    {
        var practice = await _app.AsPractice(practiceId);
        await practice.IngestAsync(
            new Patient("p1", $"Wilhelmina{practiceId}", $"Thistlewood{practiceId}", "1958-09-17", ""), new Patient("p2", "Berenike", $"Marchbanks{practiceId}", "1971-11-30", ""));
        var optOut = (await practice.OptOutAsync(new Patient("p9", "Augusta", $"Thistlewood{practiceId}", "1958-09-17", "")).Json()).Text("optOutId");
        var officer = await _app.As(Roles.PrivacyOfficer);
        var item = (await officer.Client.GetAsync($"/api/review-lane?practice={practiceId}").Json()).Items()[0].Text("itemId");
        await officer.Client.Post($"/api/review-lane/{item}/ask").Json();
        var job = (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        var handle = await practice.HandleAsync("p2");
        return (route, parameter) => (route.Pattern, parameter) switch
        {
            (_, "n") => "1",
            (_, "handle") => handle,
            (_, "key") => "key-none",
            var (pattern, _) when pattern.StartsWith("/practice/questions/", StringComparison.Ordinal) => item,
            var (pattern, _) when pattern.Contains("/opt-outs/", StringComparison.Ordinal) => optOut,
            var (pattern, _) when pattern.StartsWith("/api/ingest/jobs/", StringComparison.Ordinal) || pattern.StartsWith("/practice/uploads/", StringComparison.Ordinal) => job,
            var (pattern, _) when pattern.StartsWith("/api/practices/", StringComparison.Ordinal) => practiceId,
            var (pattern, _) when pattern.StartsWith("/api/review-lane/", StringComparison.Ordinal) => item,
            _ => throw new NotSupportedException($"Whose is {parameter} in {route}?"),
        };
    }
}
