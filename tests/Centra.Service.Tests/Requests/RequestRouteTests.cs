using System.Net;
using System.Text.Json;
using Centra.Requests;
using Microsoft.AspNetCore.Routing;

namespace Centra.Service.Tests.Requests;

/// <summary>Every route with another's id and with rubbish; markup that stays text; documents of somebody else.</summary>
public sealed class RequestRouteTests(RequestApp shared) : IClassFixture<RequestApp>
{
    private const string Markup = "<img src=x onerror=alert(1)><script>alert('ü')</script>";

    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task DocumentOfSomebodyElse_CannotBeAttached()
    {
        var (story, others) = (await RequestStory.DraftAsync(_cast), await RequestStory.DraftAsync(_cast));
        await story.Send("pi", "documents", new { documentId = await others.UploadAsync("stranger"), isForm = false }).ShouldRefuse(nameof(DataRequestRefusal.DocumentNotFound));
    }

    [Fact]
    public async Task EveryRoute_WithAnothersId_AnswersAsIfThereWereNone()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        foreach (var (method, pattern) in Routes())
        {
            foreach (var who in new[] { "stranger", "official2" })
            {
                var (found, missing) = (await AskAsync(who, method, pattern, story.Id), await AskAsync(who, method, pattern, "request-none"));
                found.ShouldBe(missing, $"{who} {method} {pattern}");
                found.Status.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized], $"{who} {method} {pattern}");
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"datasets":[null],"scores":[null],"checklist":[null],"reviewers":[null],"comments":[null],"extracts":[null],"coAuthors":[null],"funders":[null],"variables":[null],"sections":[null],"lines":[null]}""")]
    public async Task EveryRoute_WithRubbish_RefusesWithACode(string rubbish)
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        foreach (var (method, pattern) in Routes().Where(route => route.Method is not "GET"))
        {
            foreach (var who in new[] { "pi", "manager", "reviewer1", "chair", "finance", "steward", "official" })
                ((int)(await AskAsync(who, method, pattern, story.Id, rubbish)).Status).ShouldBeLessThan(500, $"{who} {method} {pattern} {rubbish}");
        }
    }

    [Fact]
    public async Task Lists_LeftOutOrWithHoles_AreRefusedByTheRulesAndByTheBorder()
    {
        var story = await RequestStory.DraftAsync(_cast);
        await story.PostAsync("pi", "submit");

        await story.Send("manager", "availability", new { }).ShouldRefuse(nameof(DataRequestRefusal.DatasetsDoNotMatch));
        await story.Send("manager", "availability", new { datasets = new object?[] { null } }).ShouldRefuse("RequestIsMalformed");
        await story.PostAsync("manager", "availability", StoryBodies.Available);
        await story.Send("manager", "policy-check", new { isConsistent = true }).ShouldRefuse(nameof(DataRequestRefusal.ChecklistDoesNotMatch));
        await story.PostAsync("manager", "policy-check", StoryBodies.Policy(true));
        await story.Send("manager", "reviewers", new { }).ShouldRefuse(nameof(DataRequestRefusal.ReviewersAreWrong));
    }

    [Fact]
    public async Task Markup_ComesBackAsText_AndIsNoHtml()
    {
        var story = await RequestStory.DraftAsync(_cast, Markup);
        await story.PutAsync("pi", "sections/question", new { text = Markup, revision = 0 });
        await story.PostAsync("pi", "interests", new { funders = new[] { Markup }, category = "academic" });
        await story.PostAsync("pi", "submit");
        await story.PostAsync("manager", "questions/q1", new { text = Markup, sections = Array.Empty<string>() });
        await story.PostAsync("pi", "questions/q1/answer", new { text = Markup });

        using var answer = await _cast["manager"].Client.GetAsync($"/api/requests/{story.Id}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var seen = await story.SeenBy("manager");
        seen.Text("title").ShouldBe(Markup);
        seen.GetProperty("application").GetProperty("sections").EnumerateArray().Single().Text("text").ShouldBe(Markup);
        seen.GetProperty("application").GetProperty("funders").EnumerateArray().Single().GetString().ShouldBe(Markup);
        (seen.GetProperty("questions")[0].Text("text"), seen.GetProperty("questions")[0].Text("answer")).ShouldBe((Markup, Markup));
    }

    private IEnumerable<(string Method, string Pattern)> Routes() => _cast.App.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/requests/{id}", StringComparison.Ordinal))
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (method, endpoint.RoutePattern.RawText!)));

    private async Task<(HttpStatusCode Status, string Code)> AskAsync(string who, string method, string pattern, string id, string body = "{}")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), pattern.Replace("{id}", id, StringComparison.Ordinal).Replace("{part}", "part", StringComparison.Ordinal));
        if (method is not ("GET" or "DELETE"))
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _cast[who].Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var code) ? code.GetString()! : "");
    }
}
