using Centra.Requests;

namespace Centra.Tests.Requests;

public class CheckAndQuestionTests
{
    [Fact]
    public void Availability_OfOneOfTwo_WaitsForTheOther()
    {
        var first = Stages.Submitted.By("manager", new RecordAvailability([Stages.Gone("survey")]));

        first.State.Stage.ShouldBe(RequestStage.Availability);
        first.By("manager", new RecordAvailability([Stages.There("census")])).State.Stage.ShouldBe(RequestStage.PolicyCheck);
        first.By("manager", new RecordAvailability([Stages.Gone("census")])).State.Stage.ShouldBe(RequestStage.Unavailable);
    }

    [Fact]
    public void Availability_ThatContradictsItself_IsRefused()
    {
        Stages.Submitted.By("manager", new RecordAvailability([Stages.There("survey") with { YearsSuffice = false }])).Code.ShouldBe(nameof(DataRequestRefusal.ChecklistContradictsVerdict));
        Stages.Submitted.By("manager", new RecordAvailability([Stages.There("coming")])).Code.ShouldBe(nameof(DataRequestRefusal.DatasetsDoNotMatch));
    }

    [Fact]
    public void Policy_InconsistentIsDeniedWithReasons()
    {
        Stages.Available.By("manager", Stages.Check(false)).State.Stage.ShouldBe(RequestStage.Denied);
        Stages.Available.By("manager", Stages.Check(false) with { Reasons = " " }).Code.ShouldBe(nameof(DataRequestRefusal.ReasonIsMissing));
        Stages.Available.By("manager", Stages.Check(false) with { IsConsistent = true }).Code.ShouldBe(nameof(DataRequestRefusal.ChecklistContradictsVerdict));
    }

    [Fact]
    public void Return_IsAStepBackWithAReason()
    {
        Stages.InCommittee.By("chair", new ReturnToStage(RequestStage.Availability, "New data.")).State.Stage.ShouldBe(RequestStage.Availability);
        Stages.Available.By("manager", new ReturnToStage(RequestStage.PolicyCheck, "Again.")).Code.ShouldBe(nameof(DataRequestRefusal.StageIsNotEarlier));
        Stages.InCommittee.By("manager", new ReturnToStage(RequestStage.PolicyCheck, "")).Code.ShouldBe(nameof(DataRequestRefusal.ReasonIsMissing));
    }

    [Fact]
    public void Question_BlocksTheNextStageUntilAnswered()
    {
        var asked = Stages.Submitted.By("manager", new AskQuestion("q1", "Why?", []));

        asked.State.Ball.ShouldBe("applicant");
        asked.By("manager", new RecordAvailability([Stages.There("survey")])).Code.ShouldBe(nameof(DataRequestRefusal.QuestionIsOpen));
        asked.By("pi", new AnswerQuestion("q1", "Because.")).By("manager", new RecordAvailability([Stages.There("survey")])).Code.ShouldBe("taken");
        asked.By("pi", new AnswerQuestion("q2", "Because.")).Code.ShouldBe(nameof(DataRequestRefusal.QuestionNotFound));
    }

    [Fact]
    public void Question_IsWithdrawnByWhoAskedOrAManager()
    {
        var asked = Stages.Assigned.By("r1", new AskQuestion("q1", "Why?", []));

        asked.By("r2", new WithdrawQuestion("q1")).Code.ShouldBe(nameof(DataRequestRefusal.NotTheCallersPart));
        asked.By("r1", new WithdrawQuestion("q1")).Code.ShouldBe("taken");
        asked.By("manager", new WithdrawQuestion("q1")).Code.ShouldBe("taken");
        asked.By("r1", new AskQuestion("q1", "Again?", [])).Code.ShouldBe(nameof(DataRequestRefusal.QuestionIsWrong));
    }

    [Theory]
    [InlineData(RequestStage.Availability, RequestStage.Withdrawn, false)]
    [InlineData(RequestStage.CommitteeReview, RequestStage.Withdrawn, false)]
    [InlineData(RequestStage.Contracting, RequestStage.Declined, false)]
    [InlineData(RequestStage.Fulfilment, RequestStage.Fulfilment, true)]
    [InlineData(RequestStage.Active, RequestStage.Active, true)]
    public void Question_UnansweredAfterTwoReminders_Lapses(RequestStage stage, RequestStage becomes, bool isPaused)
    {
        var story = Stages.All[stage].By("manager", new AskQuestion("q1", "Why?", []));
        for (var days = 0; days < 60; days++)
            story = story.Later(1).Tick();

        story.State.Questions[0].Reminders.ShouldBe(2);
        story.State.Stage.ShouldBe(becomes);
        (story.State.Pause is not null).ShouldBe(isPaused);
    }

    [Fact]
    public void Question_OpenAtAnEnd_BringsNothingMore()
    {
        var ended = Stages.Downloaded.By("manager", new AskQuestion("q1", "Why?", [])).By("manager", new Revoke("Misuse.")).Later(300).Tick();

        ended.State.Stage.ShouldBe(RequestStage.Revoked);
        ended.Happened.ShouldBeEmpty();
    }
}
