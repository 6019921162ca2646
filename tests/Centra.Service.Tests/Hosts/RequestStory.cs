using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Centra.Releases;

namespace Centra.Service.Tests.Hosts;

/// <summary>A request on its way, everything over HTTP by whoever has the part. Each step expects success; they follow one another.</summary>
public sealed class RequestStory(RequestCast cast, string id)
{
    /// <summary>The request.</summary>
    public string Id => id;

    /// <summary>A draft with a filled form, a dataset and a colleague on the team; ready to be submitted.</summary>
    public static async Task<RequestStory> DraftAsync(RequestCast cast, string title = "A study of abstracts")
    {
        var begun = await cast["pi"].Client.Post("/api/requests", new { title, institutionId = cast.Ror, name = "Ada Stone" }).Json();
        var story = new RequestStory(cast, begun.Text("requestId"));
        await story.PostAsync("pi", "documents", new { documentId = await story.UploadAsync("pi"), isForm = true });
        await story.PutAsync("pi", $"datasets/{RequestCast.Dataset}", new { variables = StoryBodies.Variables, cohort = "All abstracts on lung cancer" });
        await story.PostAsync("pi", "team", new { userId = cast["colleague"].UserId, name = "Ben Hart", institutionId = cast.Ror, part = "member" });
        await story.PostAsync("pi", "interests", new { funders = StoryBodies.Funders, category = "academic" });
        return story;
    }

    /// <summary>Sends a command.</summary>
    public Task<HttpResponseMessage> Send(string who, string what, object? body = null) => cast[who].Client.Post($"/api/requests/{id}/{what}", body);

    /// <summary>Sends a command that has to be taken.</summary>
    public Task<JsonElement> PostAsync(string who, string what, object? body = null) => Send(who, what, body).Json();

    /// <summary>Saves something that has to be taken.</summary>
    public Task<JsonElement> PutAsync(string who, string what, object body) => cast[who].Client.PutAsync($"/api/requests/{id}/{what}", System.Net.Http.Json.JsonContent.Create(body)).Json();

    /// <summary>The request as somebody sees it.</summary>
    public Task<JsonElement> SeenBy(string who) => cast[who].Client.GetAsync($"/api/requests/{id}").Json();

    /// <summary>Where it stands.</summary>
    public async Task<string> StageAsync() => (await SeenBy("auditor")).Text("stage");

    /// <summary>Whether somebody may do something now, and why not.</summary>
    public async Task<string> ActionAsync(string who, string command)
    {
        var action = (await SeenBy(who)).GetProperty("actions").EnumerateArray().FirstOrDefault(one => one.Text("command") == command);
        return action.ValueKind is JsonValueKind.Undefined ? "absent" : action.GetProperty("isAllowed").GetBoolean() ? "allowed" : action.Text("code");
    }

    /// <summary>Handed in, found available, agreed with the policy: at the committee.</summary>
    public async Task<RequestStory> ToCommitteeAsync()
    {
        await PostAsync("pi", "submit");
        await PostAsync("manager", "availability", StoryBodies.Available);
        await PostAsync("manager", "policy-check", StoryBodies.Policy(true));
        return this;
    }

    /// <summary>Reviewers are assigned, declare that they have no conflict, and evaluate.</summary>
    public async Task<RequestStory> EvaluatedAsync(params string[] recommendations)
    {
        var votes = recommendations.Length == 0 ? ["approve", "approve", "approve"] : recommendations;
        await PostAsync("manager", "reviewers", new { reviewers = cast.Reviewers.Take(votes.Length).Select(one => one.UserId) });
        for (var at = 0; at < votes.Length; at++)
            await EvaluateAsync($"reviewer{at + 1}", votes[at]);
        return this;
    }

    /// <summary>A reviewer without a conflict evaluates.</summary>
    public async Task EvaluateAsync(string who, string recommendation)
    {
        await PostAsync(who, "conflict", new { hasConflict = false, words = "" });
        await PostAsync(who, "evaluation", StoryBodies.Evaluation(recommendation));
    }

    /// <summary>Closed, decided, told.</summary>
    public async Task<RequestStory> DecidedAsync(bool isApproved = true, string chair = "chair")
    {
        await PostAsync(chair, "ballot/close");
        await PostAsync(chair, "decision", StoryBodies.Decision(isApproved));
        await PostAsync("manager", "decision/notify");
        return this;
    }

    /// <summary>In contracting, with an agreement to sign.</summary>
    public async Task<RequestStory> ToAgreementAsync()
    {
        await (await ToCommitteeAsync()).EvaluatedAsync();
        await DecidedAsync();
        await PostAsync("finance", "estimate", new { extraHours = 0 });
        await PostAsync("manager", "agreement");
        return this;
    }

    /// <summary>Signed by both and paid: in fulfilment.</summary>
    public async Task<RequestStory> ToFulfilmentAsync()
    {
        await SignAsync("official", "agreement/sign");
        await SignAsync("signatory", "agreement/countersign");
        return await PaidAsync();
    }

    /// <summary>Invoiced, paid, confirmed.</summary>
    public async Task<RequestStory> PaidAsync()
    {
        await PostAsync("finance", "invoice", new { });
        await PostAsync("finance", "payments", StoryBodies.Payment("wire-1"));
        await PostAsync("finance2", "payments/wire-1/confirm", new { reference = "BANK-1" });
        return this;
    }

    /// <summary>The extract is made and another steward approves it: active.</summary>
    public async Task<RequestStory> ToActiveAsync()
    {
        await PostAsync("steward", "release", StoryBodies.Extract);
        var built = await BuiltAsync();
        await PostAsync("steward2", "release/approve", new { version = built.Version, manifestSha256 = built.ManifestSha256, hasNoActualKnowledge = true });
        return this;
    }

    /// <summary>Everything of it.</summary>
    public static async Task<RequestStory> ActiveAsync(RequestCast cast) => await (await (await (await DraftAsync(cast)).ToAgreementAsync()).ToFulfilmentAsync()).ToActiveAsync();

    /// <summary>Signs what they have read.</summary>
    public async Task SignAsync(string who, string what, string? sha256 = null) => await PostAsync(who, what, StoryBodies.Signature(sha256 ?? await ReadAgreementAsync(who)));

    /// <summary>Reads the PDF; its hash.</summary>
    public async Task<string> ReadAgreementAsync(string who)
    {
        var version = (await cast[who].Client.GetAsync($"/api/agreements/{id}").Json()).GetProperty("versions").GetArrayLength();
        var pdf = await cast[who].Client.GetByteArrayAsync($"/api/agreements/{id}/versions/{version}/document");
        Encoding.ASCII.GetString(pdf[..5]).ShouldBe("%PDF-");
        return Convert.ToHexStringLower(SHA256.HashData(pdf));
    }

    /// <summary>The release when it is built.</summary>
    public async Task<ReleaseVersion> BuiltAsync()
    {
        var release = cast.App.Grain<IReleaseGrain>($"release/{id}");
        var built = await Patience.UntilThereAsync(async () => (await release.View()).Value?.Versions[^1] is { Standing: not ReleaseStanding.Building } version ? version : null);
        built.ShouldNotBeNull().Standing.ShouldBe(ReleaseStanding.Prepared, built.Reason);
        return built;
    }

    /// <summary>Sends in a document; its id.</summary>
    public async Task<string> UploadAsync(string who)
    {
        using var pdf = new ByteArrayContent(Encoding.ASCII.GetBytes($"%PDF-1.7\n% {id}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"));
        using var form = new MultipartFormDataContent { { pdf, "file", "form.pdf" } };
        return (await cast[who].Client.PostAsync("/api/attachments", form).Json()).Text("documentId");
    }
}
