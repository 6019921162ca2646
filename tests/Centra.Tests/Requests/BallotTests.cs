using Centra.Requests;
using Centra.Rules;
using static Centra.Requests.Recommendation;

namespace Centra.Tests.Requests;

public class BallotTests
{
    [Theory]
    [InlineData("clerk", "PersonIsNotAReviewer")]
    [InlineData("nobody", "PersonIsNotAReviewer")]
    [InlineData("chair", "ChairDoesNotEvaluate")]
    [InlineData("deputy", "ChairDoesNotEvaluate")]
    [InlineData("member", "ReviewerIsOnTheTeam")]
    [InlineData("neighbour", "ReviewerIsOfTheSameInstitution")]
    [InlineData("co-author", "ReviewerIsRelatedToTheTeam")]
    [InlineData("relative", "ReviewerIsRelatedToTheTeam")]
    [InlineData("former", "ReviewerIsRelatedToTheTeam")]
    [InlineData("funded", "ReviewerIsRelatedToAFunder")]
    [InlineData("absent", "ReviewerIsAbsent")]
    public void Assign_WhoMustNotEvaluate_AssignsNobody(string reviewer, string code)
    {
        var story = Stages.InCommittee.By("manager", new AssignReviewers(["r1", reviewer]));

        story.Code.ShouldBe(code);
        story.State.Review.Assignments.ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_BeforeTheConflictIsDenied_IsRefusedAndShowsNothing()
    {
        var assigned = Stages.InCommittee.By("manager", new AssignReviewers(["r1"]));

        assigned.By("r1", Stages.Vote(Approve)).Code.ShouldBe(nameof(DataRequestRefusal.ConflictIsNotDeclared));
        assigned.Seen("r1").Application.ShouldBeNull();
        assigned.By("r1", new DeclareConflict(false, "")).Seen("r1").Application.ShouldNotBeNull();
        assigned.By("r1", new DeclareConflict(true, "")).Code.ShouldBe(nameof(DataRequestRefusal.ReasonIsMissing));
    }

    [Fact]
    public void Evaluate_IncompleteOrLate_IsRefused()
    {
        var whole = Stages.Vote(Approve);

        Stages.Assigned.By("r1", whole with { Datasets = [whole.Datasets[0]] }).Code.ShouldBe(nameof(DataRequestRefusal.RecommendationsDoNotMatch));
        Stages.Assigned.By("r1", whole with { Scores = [whole.Scores[0] with { Score = 6 }, .. whole.Scores[1..]] }).Code.ShouldBe(nameof(DataRequestRefusal.ScoresDoNotMatch));
        Stages.Assigned.Later(15).By("r1", whole).Code.ShouldBe(nameof(DataRequestRefusal.BallotIsNotOpen));
    }

    [Fact]
    public void Quorum_IsNeverLowered()
    {
        var two = Stages.Voted(Stages.Assigned, Approve, Approve).By("manager", new UnassignReviewer("r3", "Ill.")).By("chair", new CloseBallot());

        two.State.Review.Ballot!.Standing.ShouldBe(BallotStanding.NoQuorum);
        two.By("chair", Stages.Decide(true, true)).Code.ShouldBe(nameof(DataRequestRefusal.QuorumIsNotReached));
        (two with { Rules = Cast.Rules with { Committee = Cast.Rules.Committee with { Quorum = 1 } } }).By("chair", Stages.Decide(true, true)).Code.ShouldBe(nameof(DataRequestRefusal.QuorumIsNotReached));
    }

    [Fact]
    public void NoQuorum_ReviewersAreAdded_OpensItAgain()
    {
        var two = Stages.Voted(Stages.Assigned, Approve, Approve).Later(15).Tick();
        var more = Stages.Declared(two.By("manager", new AssignReviewers(["r4"])), "r4").By("r4", Stages.Vote(Deny)).By("r3", Stages.Vote(Deny)).By("chair", new CloseBallot());

        two.State.Review.Ballot!.Standing.ShouldBe(BallotStanding.NoQuorum);
        more.State.Review.Ballot!.Standing.ShouldBe(BallotStanding.Closed);
        more.State.Review.Ballot.Quorum.ShouldBe(3);
    }

    [Fact]
    public void Extension_IsLaterAndNoLongerThanTheRuleSays()
    {
        var deadline = Stages.Assigned.State.Review.Ballot!.Deadline;

        Stages.Assigned.By("chair", new ExtendBallot(deadline, "Holidays.")).Code.ShouldBe(nameof(DataRequestRefusal.DeadlineIsNotLater));
        Stages.Assigned.By("chair", new ExtendBallot(deadline.AddDays(8), "Holidays.")).Code.ShouldBe(nameof(DataRequestRefusal.ExtensionIsTooLong));
        Stages.Assigned.By("chair", new ExtendBallot(deadline.AddDays(7), "Holidays.")).State.DueAt.ShouldBe(deadline.AddDays(7));
        Stages.Closed.By("chair", new ExtendBallot(deadline.AddDays(7), "Holidays.")).Code.ShouldBe(nameof(DataRequestRefusal.BallotIsNotOpen));
    }

    [Fact]
    public void Close_BeforeTheDeadlineAndTheLastVote_IsRefused()
    {
        Stages.Voted(Stages.Assigned, Approve, Deny).By("chair", new CloseBallot()).Code.ShouldBe(nameof(DataRequestRefusal.BallotIsStillOpen));
        Stages.Assigned.By("deputy", new CloseBallot()).Code.ShouldBe(nameof(DataRequestRefusal.ChairIsPresent));
    }

    [Fact]
    public void SealedBallot_IsSeenByNobodyButItsWriter()
    {
        var open = Stages.Voted(Stages.Assigned, Approve, Deny);

        foreach (var who in new[] { "manager", "chair", "deputy", "r2", "r3", "auditor", "steward", RequestFactSource.Service })
        {
            open.Seen(who).Review!.Evaluations.Where(one => one.ReviewerId != who).ShouldBeEmpty();
            open.Seen(who).Review!.Tallies.ShouldBeEmpty();
        }
        open.Seen("r1").Review!.Evaluations.Length.ShouldBe(1);
        open.Seen("pi").Review.ShouldBeNull();
        Stages.Closed.Seen("chair").Review!.Evaluations.Length.ShouldBe(3);
    }

    [Fact]
    public void SealedBallot_BrokenOff_StaysSealedInTheNextRound()
    {
        var again = Stages.Voted(Stages.Assigned, Approve, Deny).By("manager", new ReturnToStage(RequestStage.PolicyCheck, "Look again.")).By("manager", Stages.Check(true));

        again.State.Review.Round.ShouldBe(2);
        again.Seen("chair").Review!.Evaluations.ShouldBeEmpty();
        again.By("manager", new AssignReviewers(["r3"])).Seen("r3").Review!.Evaluations.ShouldBeEmpty();
    }

    [Fact]
    public void SealedBallot_OfARequestThatEnds_IsClosedAndReadByChairAndAuditor()
    {
        var ended = Stages.Voted(Stages.Assigned, Approve, Deny).By("pi", new Withdraw("No funds."));

        ended.State.Review.Ballot!.Standing.ShouldBe(BallotStanding.BrokenOff);
        foreach (var who in new[] { "chair", "auditor" })
        {
            ended.Seen(who).Review!.Evaluations.Length.ShouldBe(2);
            ended.Seen(who).Review!.Tallies.ShouldNotBeEmpty();
        }
        foreach (var who in new[] { "r2", "r3", "manager", "steward" })
            ended.Seen(who).Review!.Evaluations.Where(one => one.ReviewerId != who).ShouldBeEmpty();
    }

    [Fact]
    public void SealedBallot_OfADenialThatIsLookedAtAgain_IsSealedAgainUntilTheNextCloses()
    {
        var sentBack = Stages.Voted(Stages.Assigned, Approve, Deny).By("manager", new ReturnToStage(RequestStage.PolicyCheck, "Look again."));
        var denied = sentBack.By("manager", Stages.Check(false));
        var again = denied.By("pi", new Reconsider("It is research.")).By("manager2", Stages.Check(true));
        var assigned = Stages.Declared(again.By("manager", new AssignReviewers(["r1", "r2", "r3"])), "r1", "r2", "r3");

        sentBack.Seen("chair").Review!.Evaluations.ShouldBeEmpty();
        denied.Seen("chair").Review!.Evaluations.Length.ShouldBe(2);
        again.Seen("chair").Review!.Evaluations.ShouldBeEmpty();
        Stages.Voted(assigned, Approve, Approve, Deny).By("chair", new CloseBallot()).Seen("chair").Review!.Evaluations.Length.ShouldBe(5);
    }

    [Fact]
    public void Recusal_AfterVoting_DropsTheQuorumAndTheUntoldDecision()
    {
        var recused = Stages.Decided.By("r1", new DeclareConflict(true, "A friend."));

        recused.State.Review.Ballot!.Standing.ShouldBe(BallotStanding.NoQuorum);
        recused.State.Review.Decision.ShouldBeNull();
        recused.State.Review.Evaluations.Length.ShouldBe(3);
        recused.By("manager", new NotifyDecision()).Code.ShouldBe(nameof(DataRequestRefusal.DecisionIsMissing));
        recused.By("manager", new AssignReviewers(["r1"])).Code.ShouldBe(nameof(DataRequestRefusal.ReviewerIsInConflict));
    }

    [Theory]
    [InlineData(TieRule.NotApproved, false)]
    [InlineData(TieRule.Approved, true)]
    public void Tie_IsWhatTheRuleSays(TieRule rule, bool isApproval)
    {
        var begun = Stages.InCommittee with { Rules = Cast.Rules with { Committee = Cast.Rules.Committee with { Tie = rule } } };
        var story = Stages.Declared(begun.By("manager", new AssignReviewers(["r1", "r2", "r3"])), "r1", "r2", "r3");

        BallotRules.TallyOf(Stages.Voted(story, Approve, Deny, NeedsInformation).State.Review, "survey").IsApproval.ShouldBe(isApproval);
        BallotRules.TallyOf(Stages.Voted(story, NeedsInformation, NeedsInformation, NeedsInformation).State.Review, "survey").IsApproval.ShouldBeFalse();
    }

    [Fact]
    public void Criterion_IsAddedUntilTheFirstEvaluation()
    {
        var added = Stages.Assigned.By("chair", new AddCriterion("equity", "Is it fair?", "New priority."));

        added.By("r1", Stages.Vote(Approve)).Code.ShouldBe(nameof(DataRequestRefusal.ScoresDoNotMatch));
        Stages.Closed.By("chair", new AddCriterion("equity", "Is it fair?", "New.")).Code.ShouldBe(nameof(DataRequestRefusal.EvaluationHasBegun));
        added.By("chair", new AddCriterion("equity", "Again?", "New.")).Code.ShouldBe(nameof(DataRequestRefusal.CriterionIsWrong));
    }
}
