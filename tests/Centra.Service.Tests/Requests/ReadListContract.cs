using System.Net;
using System.Text.Json;

namespace Centra.Service.Tests.Requests;

/// <summary>On SQLite.</summary>
public sealed class ReadListTests(RequestApp shared) : ReadListContract(shared), IClassFixture<RequestApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresReadListTests(PostgresRequestApp shared) : ReadListContract(shared), IClassFixture<PostgresRequestApp>;

/// <summary>Everything that reads the lists: each with each of its filters, as JSON and as CSV, page after page.</summary>
public abstract class ReadListContract(RequestApp shared)
{
    private static readonly string[] Readers = ["auditor", "manager", "finance", "steward", "officer", "chair", "reviewer1", "pi"];

    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task EveryList_WithEveryFilter_Answers()
    {
        var story = await RequestStory.ActiveAsync(_cast);
        await story.PostAsync("manager", "pause", new { reason = "A question" });
        var lists = await ListsAsync();
        lists.Count.ShouldBeGreaterThan(20);
        foreach (var (path, filters) in lists)
        {
            var client = await ReaderAsync(path);
            await WalkAsync(client, path);
            foreach (var (name, values) in filters)
            {
                foreach (var value in values)
                    await AskAsync(client, $"{path}?{name}={value}");
            }
            await AskAsync(client, $"{path}?{string.Join('&', filters.Select(filter => $"{filter.Name}={filter.Values[0]}"))}");
        }
    }

    [Fact]
    public async Task Words_OfAQuestion_AreNoOperators()
    {
        foreach (var title in new[] { @"Half of 50%_odd \ cases", "Half of 5000 odd cases", "Études of glioma" })
            await RequestStory.DraftAsync(_cast, title);

        (await FindAsync(@"50% _\ 'odd")).ShouldBe([@"Half of 50%_odd \ cases"]);
        (await FindAsync("ETUDES of")).ShouldBe(["Études of glioma"]);
    }

    [Fact]
    public async Task NulCharacter_IsRefused_AndNothingStandsStill()
    {
        var client = _cast["pi"].Client;
        await client.Post("/api/requests", new { title = "A\0B", institutionId = _cast.Ror, name = "Ada Stone" }).ShouldRefuse(HttpStatusCode.UnprocessableEntity, nameof(CommandRefusal.TextHasANulCharacter));
        var story = await RequestStory.DraftAsync(_cast, @"With \u0000 as text");
        await story.Send("pi", "team", new { userId = _cast["stranger"].UserId, name = "N\0", institutionId = _cast.Ror, part = "member" }).ShouldRefuse(nameof(CommandRefusal.TextHasANulCharacter));
        await story.PutAsync("pi", "sections/question", new { text = "Does it help?", revision = 0 });
        (await FindAsync(@"With \u0000")).ShouldHaveSingleItem();
    }

    private async Task<List<string>> FindAsync(string words) =>
        [.. (await _cast["pi"].Client.GetAsync($"/api/requests?q={Uri.EscapeDataString(words)}").Json()).Items().Select(item => item.Text("title"))];

    // By the service's own description, so that a list that comes later is asked too.
    private async Task<List<(string Path, List<(string Name, string[] Values)> Filters)>> ListsAsync()
    {
        var paths = (await _cast.App.Anonymous.GetAsync("/openapi/v1.json").Json()).GetProperty("paths");
        return [.. paths.EnumerateObject().Where(path => !path.Name.Contains('{') && path.Value.TryGetProperty("get", out var get) && get.TryGetProperty("parameters", out var all)
                && all.EnumerateArray().Any(parameter => parameter.Text("name") == "after"))
            .Select(path => (path.Name, path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Where(parameter => parameter.Text("in") == "query").Select(Filter).ToList()))];
    }

    private (string Name, string[] Values) Filter(JsonElement parameter) => (parameter.Text("name"), parameter.GetProperty("schema").GetRawText() switch
    {
        var schema when schema.Contains("boolean") => ["true", "false"],
        var schema when schema.Contains("date-time") => ["2026-01-01T00:00:00Z"],
        var schema when schema.Contains("integer") => ["2"],
        _ => [Uri.EscapeDataString(_cast["pi"].UserId), "-x", "%25%5C%27~_", "%00"],
    });

    private async Task<HttpClient> ReaderAsync(string path)
    {
        foreach (var client in Readers.Select(name => _cast[name].Client).Append(await _cast.App.AsPractice("north")))
        {
            using var answer = await client.GetAsync(path);
            if (answer.StatusCode is HttpStatusCode.OK)
                return client;
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }
        throw new ShouldAssertException($"Nobody may read {path}.");
    }

    private async Task WalkAsync(HttpClient client, string path)
    {
        var (whole, seen, after) = ((await PageAsync(client, $"{path}?limit=500")).Items(), 0, "");
        do
        {
            var page = await PageAsync(client, $"{path}?limit=2&after={Uri.EscapeDataString(after)}");
            seen += page.Items().Count;
            after = page.Has("next") ? page.Text("next") : "";
        }
        while (after.Length > 0);
        seen.ShouldBe(whole.Count, path);
    }

    private async Task<JsonElement> PageAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}\n{Broken}");
        return await Task.FromResult(answer).Json();
    }

    private string Broken => string.Join('\n', _cast.App.Logs.Text.Split('\n').SkipWhile(line => !line.StartsWith("Error", StringComparison.Ordinal)).Take(20));

    private async Task AskAsync(HttpClient client, string path)
    {
        foreach (var type in new[] { "application/json", "text/csv" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", type } } };
            using var answer = await client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{path} {await answer.Content.ReadAsStringAsync()} {Broken}");
        }
    }
}
