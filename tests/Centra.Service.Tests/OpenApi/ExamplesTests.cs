using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.Api.OpenApi;

namespace Centra.Service.Tests.OpenApi;

public class ExamplesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly ServiceApp _app = shared.App;

    [Fact]
    public async Task EveryExample_StandsInTheDescription()
    {
        var paths = (await _app.Anonymous.GetAsync("/openapi/v1.json").Json()).GetProperty("paths");

        foreach (var (route, examples) in RouteExamples.All)
        {
            var (method, path) = (route.Split(' ')[0].ToLowerInvariant(), route.Split(' ')[1]);
            var operation = PathOf(paths, path).GetProperty(method);
            if (examples.Body is { } body)
                operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().ShouldContain(content => IsExample(content.Value, body), route);
            foreach (var code in examples.Refusals ?? [])
            {
                var refusal = RefusalBook.Find(code);
                var response = operation.GetProperty("responses").GetProperty($"{Api.Http.Answers.StatusOf(refusal.Kind)}").GetProperty("content").GetProperty("application/problem+json");
                response.GetProperty("examples").TryGetProperty(code, out _).ShouldBeTrue($"{route} {code}");
            }
        }
    }

    [Fact]
    public async Task ExamplesOfRequests_AreTaken()
    {
        var practice = await _app.AsPractice("example");
        var job = (await practice.Post("/api/ingest/jobs", new { }).Json()).Text("jobId");
        var receipt = await SendAsync(practice, "PUT /api/ingest/jobs/{id}/batches/{n}", $"/api/ingest/jobs/{job}/batches/1").Json();
        await SendAsync(practice, "POST /api/ingest/jobs/{id}/complete", $"/api/ingest/jobs/{job}/complete").Json();
        (await SendAsync(practice, "POST /api/patients/find", "/api/patients/find").Json()).Text("family").ShouldBe("Silva");
        var screened = await SendAsync(practice, "POST /api/screen", "/api/screen");
        var optOut = await SendAsync(practice, "POST /api/opt-outs", "/api/opt-outs");
        var file = await SendAsync(practice, "POST /api/opt-outs/batch", "/api/opt-outs/batch?confirmCount=2");

        receipt.GetProperty("counts").GetProperty("accepted").GetInt64().ShouldBe(2);
        (await screened.Content.ReadAsStringAsync()).Split("permitted").Length.ShouldBe(3);
        optOut.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await file.Content.ReadAsStringAsync()).ShouldNotContain("rejected");
    }

    [Fact]
    public async Task TryPage_AndItsFiles_AreServedUnderAPolicyThatRunsOurOwnScriptsOnly()
    {
        var page = await _app.Anonymous.GetAsync("/api/try/index.html");
        var html = await page.Content.ReadAsStringAsync();

        Policy(page).ShouldContain("script-src 'self';");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("<style>");
        foreach (var file in new[] { "index.js", "swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-standalone-preset.js" })
            (await _app.Anonymous.GetAsync($"/api/try/{file}")).StatusCode.ShouldBe(HttpStatusCode.OK, file);
        (await _app.Anonymous.GetStringAsync("/api/try/index.js")).ShouldContain("/openapi/v1.json");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nothing")]
    public async Task EveryOtherPage_RunsOnlyTheSitesOwnScriptAndStandsInNoFrame(string path)
    {
        using var answer = await _app.Anonymous.GetAsync(path);

        Policy(answer).ShouldBe("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    private static bool IsExample(JsonElement content, JsonNode body) =>
        content.TryGetProperty("example", out var example) && JsonElement.DeepEquals(example, JsonSerializer.SerializeToElement(body));

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private static JsonElement PathOf(JsonElement paths, string path) =>
        paths.EnumerateObject().Single(one => one.Name.TrimEnd('/') == path).Value;

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string route, string address)
    {
        var examples = RouteExamples.All[route];
        var body = new StringContent(examples.Lines is null ? examples.Body!.ToJsonString() : examples.Body!.GetValue<string>(), Encoding.UTF8);
        body.Headers.ContentType = new MediaTypeHeaderValue(examples.Lines is null ? "application/json" : "application/x-ndjson");
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Parse(route.Split(' ')[0]), address) { Content = body });
    }
}
