using Centra.Agreements;
using Centra.Billing;
using Centra.Requests;
using Centra.Reviews;

namespace Centra.Service.Tests.Requests;

/// <summary>Two people at once for what only one can do: one of them does it, the other is told why not.</summary>
public sealed class RequestRaceTests(RequestApp shared) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task TwoChairs_WhileOneIsAbsent_DecideOnce()
    {
        var today = DateOnly.FromDateTime(_cast.App.Clock.GetUtcNow().UtcDateTime);
        await OfReviewerAsync(new SetProfile(null, ["Oncology"]));
        await OfReviewerAsync(new SetAbsence(today.AddDays(-1), today.AddDays(2), _cast["deputy"].UserId));
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.PostAsync("deputy", "ballot/close");

        await OneOfAsync(nameof(DataRequestRefusal.DecisionIsMadeAlready), story.Send("chair", "decision", StoryBodies.Decision(true)), story.Send("deputy", "decision", StoryBodies.Decision(false)));

        (await TrailAsync("request", story)).Count(line => line.StartsWith("Decided ", StringComparison.Ordinal)).ShouldBe(1);
        await OfReviewerAsync(new EndAbsence());
    }

    [Fact]
    public async Task ChairInConflict_AndDeputy_OnlyTheDeputyDecides()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.PostAsync("chair", "ballot/close");
        await story.PostAsync("chair", "conflict", new { hasConflict = true, words = "We write together." });

        await OneOfAsync(nameof(DataRequestRefusal.ActorIsInConflict), story.Send("chair", "decision", StoryBodies.Decision(true)), story.Send("deputy", "decision", StoryBodies.Decision(true)));
    }

    [Fact]
    public async Task TwoOfFinance_ConfirmAPayment_Once()
    {
        var third = await _cast.App.As(Roles.Finance);
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        await story.SignAsync("official", "agreement/sign");
        await story.PostAsync("finance", "invoice", new { });
        await story.PostAsync("finance", "payments", StoryBodies.Payment("wire-1"));

        var reference = new { reference = "BANK-1" };
        await OneOfAsync(nameof(BillingRefusal.EntryIsDecided), story.Send("finance2", "payments/wire-1/confirm", reference), third.Client.Post($"/api/requests/{story.Id}/payments/wire-1/confirm", reference));

        (await TrailAsync("ledger", story)).Count(line => line.StartsWith("EntryDecided ", StringComparison.Ordinal)).ShouldBe(1);
        (await _cast["finance"].Client.GetAsync($"/api/invoices?request={story.Id}").Json()).Items().Single().GetProperty("balance").GetDecimal().ShouldBe(0);
    }

    [Fact]
    public async Task TwoStewards_ApproveARelease_Once()
    {
        var third = await _cast.App.As(Roles.DataSteward);
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync()).ToFulfilmentAsync();
        await story.PostAsync("steward", "release", StoryBodies.Extract);
        var built = await story.BuiltAsync();

        var approval = new { version = built.Version, manifestSha256 = built.ManifestSha256, hasNoActualKnowledge = true };
        await OneOfAsync(nameof(DataRequestRefusal.StageDoesNotAllowThis), story.Send("steward2", "release/approve", approval), third.Client.Post($"/api/requests/{story.Id}/release/approve", approval));

        (await TrailAsync("release", story)).Count(line => line.StartsWith("ReleaseApproved ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task TwoOfficials_Sign_Once()
    {
        await _cast.VerifyAsync("official2", _cast.Ror);
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        var signature = StoryBodies.Signature(await story.ReadAgreementAsync("official"));

        await OneOfAsync(nameof(AgreementRefusal.InstitutionHasSignedAlready), story.Send("official", "agreement/sign", signature), story.Send("official2", "agreement/sign", signature));

        (await TrailAsync("agreement", story)).Count(line => line.StartsWith("AgreementSigned ", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static async Task OneOfAsync(string code, params Task<HttpResponseMessage>[] sent)
    {
        var answers = await Task.WhenAll(sent);
        await Task.FromResult(answers.Single(answer => !answer.IsSuccessStatusCode)).ShouldRefuse(code);
        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
    }

    private async Task OfReviewerAsync(ReviewerCommand command) =>
        (await _cast.App.Grain<IReviewerGrain>($"reviewer/{_cast["chair"].UserId}").Handle(_cast.App.Command(_cast["chair"].UserId), command)).Refusal.ShouldBeNull();

    private Task<List<string>> TrailAsync(string stream, RequestStory story) => LifePortrait.TrailAsync(_cast.App, $"{stream}/{story.Id}");
}
