using System.Net.Http.Json;
using System.Text.Json;

namespace Centra.Service.Tests.Requests;

/// <summary>Every command at once and again under one key, through a whole life.</summary>
public sealed class RequestRepeatTests(RequestApp shared) : IClassFixture<RequestApp>
{
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
        yield return ("manager", "reviewers", new { reviewers = Enumerable.Range(1, 4).Select(number => _cast[$"reviewer{number}"].UserId) });
        yield return ("manager", $"reviewers/{_cast["reviewer4"].UserId}/unassign", new { reason = "Busy." });
        var evaluation = JsonSerializer.Deserialize<JsonElement>(JsonSerializer.Serialize(StoryBodies.Evaluation("approve")));
        var scores = evaluation.GetProperty("scores").EnumerateArray().Cast<object>().Append(new { criterion = "local", score = 5, words = "Yes." });
        foreach (var number in new[] { 1, 2, 3 })
        {
            yield return ($"reviewer{number}", "conflict", new { hasConflict = false, words = "" });
            yield return ($"reviewer{number}", "evaluation", new { datasets = evaluation.GetProperty("datasets"), scores });
        }
        yield return ("chair", "ballot/extend", new { until = _cast.App.Clock.GetUtcNow().AddDays(18), reason = "Holidays." });
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
            ("pi", "destruction", new { certificate = "Wiped." }),
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
}
