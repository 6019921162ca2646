using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Centra.Requests;
using Microsoft.AspNetCore.Routing;

namespace Centra.Service.Tests.Requests;

/// <summary>Every command twice under one key, every route with another's id, with rubbish, and with markup.</summary>
public sealed class RequestRepeatTests(RequestApp shared) : IClassFixture<RequestApp>
{
    private const string Markup = "<img src=x onerror=alert(1)><script>alert('ü')</script>";

    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task EveryCommand_AtOnceAndAgainUnderOneKey_TakesEffectOnce()
    {
        var begun = await ThriceAsync("pi", HttpMethod.Post, "/api/requests", new { title = "Repeated", institutionId = _cast.Ror, name = "Ada Stone" });
        var story = new RequestStory(_cast, begun.Text("requestId"));
        var document = await story.UploadAsync("pi");
        foreach (var (who, what, body) in Commands(story, document))
        {
            var (method, path) = what.StartsWith("PUT ", StringComparison.Ordinal) ? (HttpMethod.Put, what[4..]) : what.StartsWith("DELETE ", StringComparison.Ordinal) ? (HttpMethod.Delete, what[7..]) : (HttpMethod.Post, what);
            await ThriceAsync(who, method, $"/api/requests/{story.Id}/{path}", body is Func<Task<object>> later ? await later() : body);
        }
        (await story.StageAsync()).ShouldBe("closed");
        (await _cast["auditor"].Client.GetAsync($"/api/audit?stream=request/{story.Id}&limit=500").Json()).Items().Count(one => one.Text("type") == "Evaluated").ShouldBe(3);
        (await _cast["finance"].Client.GetAsync($"/api/payments?request={story.Id}&kind=payment").Json()).Items().ShouldHaveSingleItem();
    }

    private (string Who, string What, object? Body)[] Commands(RequestStory story, string document) =>
    [
        ("pi", "documents", new { documentId = document, isForm = true }), ("pi", "PUT sections/question", new { text = "Does it help?", revision = 0 }),
        ("pi", $"PUT datasets/{RequestCast.Dataset}", new { variables = new[] { "year", "track" }, cohort = "All" }),
        ("pi", "PUT datasets/practice-census", new { variables = new[] { "year" }, cohort = "All" }), ("pi", "DELETE datasets/practice-census", null),
        ("pi", "team", new { userId = _cast["colleague"].UserId, name = "Ben Hart", institutionId = _cast.Ror, part = "delegate" }),
        ("pi", $"team/{_cast["colleague"].UserId}/investigator", null), ("colleague", $"team/{_cast["pi"].UserId}/investigator", null),
        ("pi", "interests", new { coAuthors = Array.Empty<string>(), funders = new[] { "Fund" }, category = "academic" }), ("pi", "submit", null),
        ("manager", "questions/q1", new { text = "Which years?", sections = new[] { "question" } }), ("pi", "questions/q1/answer", new { text = "All." }),
        ("manager", "questions/q2", new { text = "Which?", sections = Array.Empty<string>() }), ("manager", "questions/q2/withdraw", null),
        ("manager", "availability", StoryBodies.Available), ("manager", "return", new { stage = "availability", reason = "Looked at the wrong year." }), ("manager", "availability", StoryBodies.Available),
        ("manager", "policy-check", StoryBodies.Policy(true)), ("chair", "criteria", new { key = "local", text = "Is it ours?", reason = "It is local." }),
        .. ReviewCommands(), .. ContractCommands(story),
    ];

    private IEnumerable<(string, string, object?)> ReviewCommands()
    {
        yield return ("manager", "reviewers", new { reviewers = new[] { "1", "2", "3", "4" }.Select(number => _cast[$"reviewer{number}"].UserId) });
        yield return ("manager", $"reviewers/{_cast["reviewer4"].UserId}/unassign", new { reason = "Busy." });
        var evaluation = JsonSerializer.Deserialize<JsonElement>(JsonSerializer.Serialize(StoryBodies.Evaluation("approve")));
        var scores = evaluation.GetProperty("scores").EnumerateArray().Cast<object>().Append(new { criterion = "local", score = 5, words = "Yes." });
        foreach (var number in new[] { 1, 2, 3 })
        {
            yield return ($"reviewer{number}", "conflict", new { hasConflict = false, words = "" });
            yield return ($"reviewer{number}", "evaluation", new { datasets = evaluation.GetProperty("datasets"), scores });
        }
        yield return ("chair", "ballot/extend", new { until = _cast.App.Clock.GetUtcNow().AddDays(40), reason = "Holidays." });
        yield return ("chair", "ballot/close", null);
        yield return ("chair", "decision", StoryBodies.Decision(true));
        yield return ("chair", "decision/correct", new { datasets = new[] { new { datasetId = RequestCast.Dataset, isApproved = true, conditions = "Cite us." } }, reason = "A condition was left out." });
        yield return ("manager", "decision/notify", null);
    }

    private static IEnumerable<(string, string, object?)> ContractCommands(RequestStory story)
    {
        Func<string, Func<Task<object>>> signature = who => async () => StoryBodies.Signature(await story.ReadAgreementAsync(who));
        Func<Task<object>> approval = async () => await story.BuiltAsync() is var built ? new { version = built.Version, manifestSha256 = built.ManifestSha256, hasNoActualKnowledge = true } : new object();
        return
        [
            ("finance", "estimate", new { extraHours = 0 }), ("manager", "agreement", null), ("pi", "agreement/changes", new { comments = new[] { new { clauseId = "cost", text = "Too much." } } }),
            ("manager", "agreement/changes/answer", new { answer = "It is the price book." }), ("finance", "estimate", new { extraHours = 1, note = "One hour more." }),
            ("manager", "agreement/revise", new { note = "Anew." }), ("official", "agreement/sign", signature("official")), ("signatory", "agreement/countersign", signature("signatory")),
            ("pi", "terms", new { agreementVersion = 3 }), ("finance", "invoice", new { }), ("finance", "waivers", new { waiverId = "w1", amount = 75, currency = "USD", reason = "The extra hour." }),
            ("finance2", "waivers/w1/approve", null), ("finance", "payments", StoryBodies.Payment("wire-1")), ("finance2", "payments/wire-1/confirm", new { reference = "BANK-1" }),
            ("steward", "release", StoryBodies.Extract), ("steward2", "release/approve", approval), ("manager", "pause", new { reason = "To look." }), ("manager", "resume", new { reason = "Looked." }),
            ("pi", "reports/incident", new { text = "A laptop was lost." }), ("chair", "resume", new { reason = "It was empty." }), ("pi", "destruction", new { certificate = "Wiped." }),
            ("pi", "close-out", new { report = "Done." }), ("steward", "close-out/accept", null),
        ];
    }

    private async Task<JsonElement> ThriceAsync(string who, HttpMethod method, string path, object? body)
    {
        var key = _cast.App.Get<IdSource>().NewId("key");
        var answers = await Task.WhenAll(SendAsync(who, method, path, body, key), SendAsync(who, method, path, body, key));
        var again = await SendAsync(who, method, path, body, key);
        answers[0].ShouldBe(again, $"{who} {path}");
        answers[1].ShouldBe(again, $"{who} {path}");
        return JsonDocument.Parse(again).RootElement;
    }

    private async Task<string> SendAsync(string who, HttpMethod method, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
        using var answer = await _cast[who].Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{who} {method} {path}: {(int)answer.StatusCode} {text}");
        return text;
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
