using System.Net;
using Centra.Agreements;
using Centra.Attachments;
using Centra.Billing;
using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>On SQLite.</summary>
public sealed class RequestLifeTests(RequestApp shared) : RequestLifeContract(shared), IClassFixture<RequestApp>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresRequestLifeTests(PostgresRequestApp shared) : RequestLifeContract(shared), IClassFixture<PostgresRequestApp>;

/// <summary>The whole life of a request, by different people, over HTTP.</summary>
public abstract partial class RequestLifeContract(RequestApp shared)
{
    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task Request_FromDraftToCloseOut_ByEverybodyWhoHasAPart()
    {
        var story = await RequestStory.DraftAsync(_cast);
        await DraftAsync(story);
        await story.ToCommitteeAsync();
        await ReviewAsync(story);
        await ContractAsync(story);
        await PayAsync(story);
        await ReleaseAsync(story);
        await DownloadAsync(story);
        await CloseAsync(story);
    }

    private async Task DraftAsync(RequestStory story)
    {
        await story.PutAsync("pi", "sections/question", new { text = "Does it help?", revision = 0 });
        await _cast["pi"].Client.PutAsync($"/api/requests/{story.Id}/sections/question", System.Net.Http.Json.JsonContent.Create(new { text = "Other", revision = 0 }))
            .ShouldRefuse(nameof(DataRequestRefusal.SectionWasChangedMeanwhile));
        await _cast["manager"].Client.GetAsync($"/api/requests/{story.Id}").ShouldRefuse(HttpStatusCode.NotFound, nameof(DataRequestRefusal.RequestNotFound));
        (await story.ActionAsync("pi", "submit")).ShouldBe("allowed");
        await story.Send("colleague", "submit").ShouldRefuse(nameof(DataRequestRefusal.NotTheCallersPart));
    }

    private async Task ReviewAsync(RequestStory story)
    {
        await story.Send("manager", "reviewers", new { reviewers = new[] { _cast["near"].UserId } }).ShouldRefuse(nameof(DataRequestRefusal.ReviewerIsOfTheSameInstitution));
        await story.Send("manager", "reviewers", new { reviewers = new[] { _cast["chair"].UserId } }).ShouldRefuse(nameof(DataRequestRefusal.PersonIsNotAReviewer));
        await story.PostAsync("manager", "reviewers", new { reviewers = _cast.Reviewers.Select(one => one.UserId) });
        (await story.SeenBy("reviewer1")).Has("application").ShouldBeFalse();
        var form = $"/api/attachments/{(await story.SeenBy("pi")).GetProperty("application").GetProperty("documents")[0].Text("documentId")}";
        foreach (var who in new[] { "stranger", "reviewer1" })
            await _cast[who].Client.GetAsync(form).ShouldRefuse(nameof(AttachmentRefusal.AttachmentNotFound));
        await story.Send("reviewer1", "evaluation", StoryBodies.Evaluation("approve")).ShouldRefuse(nameof(DataRequestRefusal.ConflictIsNotDeclared));
        await story.EvaluateAsync("reviewer1", "approve");
        (await story.SeenBy("reviewer1")).Has("application").ShouldBeTrue();
        foreach (var who in new[] { "reviewer1", "manager", "colleague" })
            (await _cast[who].Client.GetAsync(form)).StatusCode.ShouldBe(HttpStatusCode.OK, who);
        await SealedAsync(story);
        await story.Send("chair", "ballot/close").ShouldRefuse(nameof(DataRequestRefusal.BallotIsStillOpen));
        await story.EvaluateAsync("reviewer2", "approve");
        await story.EvaluateAsync("reviewer3", "deny");
        await story.PostAsync("chair", "ballot/close");
        (await story.SeenBy("chair")).GetProperty("review").GetProperty("evaluations").GetArrayLength().ShouldBe(3);
        (await AuditAsync(story)).ShouldContain("secret-words");
        await story.PostAsync("chair", "decision", StoryBodies.Decision(true));
        (await story.SeenBy("pi")).Text("stage").ShouldBe("committeeReview");
        (await story.SeenBy("pi")).Has("review").ShouldBeFalse();
        await story.PostAsync("manager", "decision/notify");
        (await story.SeenBy("pi")).Text("stage").ShouldBe("contracting");
        (await story.SeenBy("pi")).GetProperty("review").GetProperty("decision").Has("by").ShouldBeFalse();
    }

    private async Task SealedAsync(RequestStory story)
    {
        foreach (var who in new[] { "manager", "chair", "auditor", "reviewer2" })
            (await story.SeenBy(who)).GetRawText().ShouldNotContain("secret-words", Case.Sensitive, who);
        (await story.SeenBy("reviewer1")).GetRawText().ShouldContain("secret-words");
        (await AuditAsync(story)).ShouldNotContain("secret-words");
    }

    private async Task<string> AuditAsync(RequestStory story)
    {
        var events = (await _cast["auditor"].Client.GetAsync($"/api/audit?stream=request/{story.Id}&limit=200").Json()).GetRawText();
        events.ShouldContain("\"Evaluated\"");
        return events;
    }

    private async Task ContractAsync(RequestStory story)
    {
        await story.Send("manager", "agreement").ShouldRefuse(nameof(DataRequestRefusal.EstimateIsMissing));
        await story.PostAsync("finance", "estimate", new { extraHours = 0 });
        await _cast["official"].Client.GetAsync($"/api/requests/{story.Id}").ShouldRefuse(HttpStatusCode.NotFound, nameof(DataRequestRefusal.RequestNotFound));
        await story.PostAsync("manager", "agreement");
        await _cast["official2"].Client.GetAsync($"/api/agreements/{story.Id}").ShouldRefuse(HttpStatusCode.NotFound, nameof(AgreementRefusal.AgreementNotFound));
        (await _cast["official"].Client.GetAsync("/api/agreements").Json()).Items().Select(one => one.Text("requestId")).ShouldContain(story.Id);
        (await _cast["stranger"].Client.GetAsync("/api/agreements").Json()).Items().ShouldBeEmpty();
        var sha256 = await story.ReadAgreementAsync("official");
        await story.Send("official", "agreement/sign", StoryBodies.Signature(sha256, "wrong password")).ShouldRefuse("SignInFailed");
        await story.Send("official", "agreement/sign", StoryBodies.Signature(new string('0', 64))).ShouldRefuse(nameof(AgreementRefusal.AgreementHasChanged));
        await story.PostAsync("official", "agreement/sign", StoryBodies.Signature(sha256));
        await story.SignAsync("signatory", "agreement/countersign");
        (await story.SeenBy("pi")).GetProperty("contract").Text("executedSha256").ShouldBe(sha256);
    }

    private async Task PayAsync(RequestStory story)
    {
        await story.PostAsync("finance", "invoice", new { });
        await story.PostAsync("finance", "payments", StoryBodies.Payment("wire-1"));
        await story.Send("finance", "payments/wire-1/confirm", new { reference = "BANK-1" }).ShouldRefuse(nameof(BillingRefusal.SecondPersonIsNeeded));
        (await story.StageAsync()).ShouldBe("contracting");
        (await story.PostAsync("finance2", "payments/wire-1/confirm", new { reference = "BANK-1" })).Text("stage").ShouldBe("fulfilment");
        (await _cast["pi"].Client.GetAsync($"/api/invoices?request={story.Id}").Json()).Items().Single().GetProperty("balance").GetDecimal().ShouldBe(0);
        (await _cast["stranger"].Client.GetAsync("/api/invoices").Json()).Items().ShouldBeEmpty();
        await _cast["stranger"].Client.GetAsync($"/api/ledgers/{story.Id}").ShouldRefuse(HttpStatusCode.NotFound, nameof(BillingRefusal.LedgerNotFound));
    }
}
