using Centra.Requests;

namespace Centra.Service.Tests.Requests;

/// <summary>The committee's ways: denials, ballots short of a quorum, two who decide at once; and ends without data.</summary>
public sealed class RequestReviewTests(RequestApp shared) : IClassFixture<RequestApp>
{
    private readonly RequestCast _cast = shared.Cast;

    [Fact]
    public async Task Denial_IsReconsideredOnce_ByAnotherPerson()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync("deny", "deny", "approve");
        await story.DecidedAsync(isApproved: false);
        (await story.SeenBy("pi")).Text("stage").ShouldBe("denied");

        await story.PostAsync("pi", "reconsider", new { reason = "The cohort was misread." });
        await story.EvaluatedAsync();
        await story.Send("deputy", "ballot/close");
        await story.Send("chair", "decision", StoryBodies.Decision(true)).ShouldRefuse(nameof(DataRequestRefusal.ReconsiderationIsForAnotherPerson));
        await story.PostAsync("deputy", "decision", StoryBodies.Decision(false));
        await story.PostAsync("manager", "decision/notify");
        await story.Send("pi", "reconsider", new { reason = "Again." }).ShouldRefuse(nameof(DataRequestRefusal.ReconsiderationWasMadeAlready));
    }

    [Fact]
    public async Task PolicyDenial_IsReconsidered_ByAnotherManager()
    {
        var story = await RequestStory.DraftAsync(_cast);
        await story.PostAsync("pi", "submit");
        await story.PostAsync("manager", "availability", StoryBodies.Available);
        await story.PostAsync("manager", "policy-check", StoryBodies.Policy(false));
        await story.PostAsync("pi", "reconsider", new { reason = "The purpose is another." });

        await story.Send("manager", "policy-check", StoryBodies.Policy(true)).ShouldRefuse(nameof(DataRequestRefusal.ReconsiderationIsForAnotherPerson));
        (await story.PostAsync("manager2", "policy-check", StoryBodies.Policy(true))).Text("stage").ShouldBe("committeeReview");
    }

    [Fact]
    public async Task Ballot_ShortOfItsQuorum_IsExtended_AndStaysSealed()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync("approve", "approve");
        await story.PostAsync("chair", "ballot/close");
        (await story.SeenBy("chair")).GetProperty("review").GetProperty("ballot").Text("standing").ShouldBe("NoQuorum");
        await story.Send("chair", "decision", StoryBodies.Decision(true)).ShouldRefuse(nameof(DataRequestRefusal.QuorumIsNotReached));
        (await story.SeenBy("manager")).GetRawText().ShouldNotContain("secret-words");

        await story.PostAsync("manager", "reviewers", new { reviewers = new[] { _cast["reviewer3"].UserId } });
        await story.PostAsync("chair", "ballot/extend", new { until = _cast.App.Clock.GetUtcNow().AddDays(18), reason = "One is missing." });
        await story.EvaluateAsync("reviewer3", "approve");
        await story.DecidedAsync();
        (await story.StageAsync()).ShouldBe("contracting");
    }

    [Fact]
    public async Task TwoDecisionsAtOnce_OneIsTaken_TheOtherIsTold()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.PostAsync("chair", "ballot/close");

        var answers = await Task.WhenAll(story.Send("chair", "decision", StoryBodies.Decision(true)), story.Send("chair", "decision", StoryBodies.Decision(true)));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        await Task.FromResult(answers.Single(answer => !answer.IsSuccessStatusCode)).ShouldRefuse(nameof(DataRequestRefusal.DecisionIsMadeAlready));
    }

    [Fact]
    public async Task Deputy_WhileTheChairIsThere_DoesNotDecide()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.PostAsync("chair", "ballot/close");
        await story.Send("deputy", "decision", StoryBodies.Decision(true)).ShouldRefuse(nameof(DataRequestRefusal.ChairIsPresent));
    }

    [Fact]
    public async Task Recusal_AfterVoting_TakesTheVoteOutOfTheCount()
    {
        var story = await (await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync()).EvaluatedAsync();
        await story.PostAsync("reviewer2", "conflict", new { hasConflict = true, words = "We write a paper together." });
        await story.PostAsync("chair", "ballot/close");
        (await story.SeenBy("chair")).GetProperty("review").GetProperty("ballot").Text("standing").ShouldBe("NoQuorum");
    }

    [Fact]
    public async Task Declining_ToFulfil_TakesTwo()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToAgreementAsync();
        await story.PostAsync("manager", "decline-to-fulfil", new { reason = "The data were withdrawn." });
        await story.Send("manager", "decline-to-fulfil/approve").ShouldRefuse(nameof(DataRequestRefusal.SecondPersonIsNeeded));
        (await story.SeenBy("pi")).GetProperty("contract").Has("decliningProposed").ShouldBeFalse();
        (await story.PostAsync("manager2", "decline-to-fulfil/approve")).Text("stage").ShouldBe("notFulfilled");
    }

    [Fact]
    public async Task SealedBallot_OfAWithdrawnRequest_IsReadByChairAndAuditor()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync();
        await story.PostAsync("manager", "reviewers", new { reviewers = _cast.Reviewers.Select(one => one.UserId) });
        await story.EvaluateAsync("reviewer1", "approve");
        var audit = () => _cast["auditor"].Client.GetAsync($"/api/audit?stream=request/{story.Id}&limit=200").Json();
        (await audit()).GetRawText().ShouldNotContain("secret-words");

        await story.PostAsync("pi", "withdraw", new { reason = "No money." });

        (await audit()).GetRawText().ShouldContain("secret-words");
        foreach (var who in new[] { "chair", "auditor" })
            (await story.SeenBy(who)).GetRawText().ShouldContain("secret-words", Case.Sensitive, who);
        (await story.SeenBy("reviewer2")).GetRawText().ShouldNotContain("secret-words");
    }

    [Fact]
    public async Task Withdrawal_EndsIt()
    {
        var story = await (await RequestStory.DraftAsync(_cast)).ToCommitteeAsync();
        (await story.PostAsync("pi", "withdraw", new { reason = "No money." })).Text("stage").ShouldBe("withdrawn");
        await story.Send("manager", "reviewers", new { reviewers = new[] { _cast["reviewer1"].UserId } }).ShouldRefuse(nameof(DataRequestRefusal.StageDoesNotAllowThis));
    }
}
