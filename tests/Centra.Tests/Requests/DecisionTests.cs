using Centra.Requests;

namespace Centra.Tests.Requests;

public class DecisionTests
{
    [Fact]
    public void Decision_AgainstTheTally_NeedsAReason()
    {
        Stages.Closed.By("chair", Stages.Decide(true, true, "")).Code.ShouldBe("taken");
        Stages.Closed.By("chair", Stages.Decide(true, false, "")).Code.ShouldBe(nameof(DataRequestRefusal.ReasonIsNeededForThisDecision));
        Stages.Closed.By("chair", Stages.Decide(true, true) with { Datasets = [] }).Code.ShouldBe(nameof(DataRequestRefusal.DatasetsDoNotMatch));
        Stages.Assigned.By("chair", Stages.Decide(true, true)).Code.ShouldBe(nameof(DataRequestRefusal.BallotIsStillOpen));
    }

    [Fact]
    public void Deputy_DecidesOnlyWhereTheChairIsHindered()
    {
        Stages.Closed.By("deputy", Stages.Decide(true, true)).Code.ShouldBe(nameof(DataRequestRefusal.ChairIsPresent));
        (Stages.Closed with { IsChairAbsent = true }).By("deputy", Stages.Decide(true, true)).Code.ShouldBe("taken");
        var conflicted = Stages.Closed.By("chair", new DeclareConflict(true, "My sister."));
        conflicted.By("deputy", Stages.Decide(true, true)).Code.ShouldBe("taken");
        conflicted.By("chair", Stages.Decide(true, true)).Code.ShouldBe(nameof(DataRequestRefusal.ActorIsInConflict));
    }

    [Fact]
    public void Decider_WithALaterConflict_IsReplaced()
    {
        var late = Stages.Decided.By("chair", new DeclareConflict(true, "My sister."));

        late.By("manager", new NotifyDecision()).Code.ShouldBe(nameof(DataRequestRefusal.DeciderIsInConflict));
        late.By("deputy", Stages.Correct(true, true)).By("manager", new NotifyDecision()).State.Stage.ShouldBe(RequestStage.Contracting);
    }

    [Fact]
    public void Correction_IsPossibleUntilTheApplicantIsTold()
    {
        Stages.Closed.By("chair", Stages.Correct(true, true)).Code.ShouldBe(nameof(DataRequestRefusal.DecisionIsMissing));
        Stages.Decided.By("chair", Stages.Correct(true, false, "")).Code.ShouldBe(nameof(DataRequestRefusal.ReasonIsMissing));
        Stages.Decided.By("chair", Stages.Correct(false, false)).By("manager", new NotifyDecision()).State.Stage.ShouldBe(RequestStage.Denied);
        Stages.Contracting.By("chair", Stages.Correct(false, false)).Code.ShouldBe(nameof(DataRequestRefusal.StageDoesNotAllowThis));
    }

    [Fact]
    public void Applicant_SeesCommitteeReviewUntilTold()
    {
        var seen = Stages.Decided.Seen("pi");

        (seen.Stage, seen.Ball, seen.Review).ShouldBe((RequestStage.CommitteeReview, "committee", null));
        Stages.Denied.Seen("pi").Review!.Decision!.By.ShouldBeNull();
    }

    [Fact]
    public void PartlyApproved_GoesOnWithWhatWasApproved() =>
        Stages.Closed.By("chair", Stages.Decide(true, false)).By("manager", new NotifyDecision()).State.ApprovedDatasets.Select(one => one.DatasetId).ShouldBe(["survey"]);

    [Fact]
    public void Reconsideration_IsInTimeOnceAndByAnother()
    {
        var again = Stages.Denied.Later(29).By("pi", new Reconsider("You misread it."));
        var second = Stages.Voted(Stages.Declared(again.By("manager", new AssignReviewers(["r1", "r2", "r3"])), "r1", "r2", "r3"), Recommendation.Deny, Recommendation.Deny, Recommendation.Deny)
            .By("deputy", new CloseBallot());

        Stages.Denied.Later(31).By("pi", new Reconsider("You misread it.")).Code.ShouldBe(nameof(DataRequestRefusal.ReconsiderationIsTooLate));
        second.By("chair", Stages.Decide(false, false)).Code.ShouldBe(nameof(DataRequestRefusal.ReconsiderationIsForAnotherPerson));
        second.By("deputy", Stages.Decide(false, false)).By("manager", new NotifyDecision()).By("pi", new Reconsider("Once more."))
            .Code.ShouldBe(nameof(DataRequestRefusal.ReconsiderationWasMadeAlready));
    }

    [Fact]
    public void PolicyDenial_IsLookedAtAgainByAnotherManager()
    {
        var again = Stages.Available.By("manager", Stages.Check(false)).By("pi", new Reconsider("It is research."));

        again.State.Stage.ShouldBe(RequestStage.PolicyCheck);
        again.By("manager", Stages.Check(true)).Code.ShouldBe(nameof(DataRequestRefusal.ReconsiderationIsForAnotherPerson));
        again.By("manager2", Stages.Check(true)).State.Stage.ShouldBe(RequestStage.CommitteeReview);
    }

    [Fact]
    public void PolicyDenial_AfterAnUntoldDecision_IsLookedAtAgainAsAPolicyDenial()
    {
        var denied = Stages.Decided.By("manager", new ReturnToStage(RequestStage.PolicyCheck, "New facts.")).By("manager", Stages.Check(false));
        var again = denied.By("pi", new Reconsider("It is research."));

        again.State.Stage.ShouldBe(RequestStage.PolicyCheck);
        again.Seen("pi").Review.ShouldBeNull();
        again.By("manager", Stages.Check(true)).Code.ShouldBe(nameof(DataRequestRefusal.ReconsiderationIsForAnotherPerson));
    }
}
