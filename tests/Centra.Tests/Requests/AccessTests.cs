using Centra.Agreements;
using Centra.Requests;

namespace Centra.Tests.Requests;

public class AccessTests
{
    [Fact]
    public void SignedButUnpaid_OrPaidButUnsigned_StaysInContracting()
    {
        Stages.Issued.Told(Cast.Executed()).State.Stage.ShouldBe(RequestStage.Contracting);
        Stages.Issued.Told(Cast.Paid() with { Agreement = Cast.Issued().Agreement }).State.Stage.ShouldBe(RequestStage.Contracting);
        Stages.Issued.Told(Cast.Paid()).State.Stage.ShouldBe(RequestStage.Fulfilment);
    }

    [Fact]
    public void NewVersion_AfterExecution_NeedsNewSignatures()
    {
        var revised = Stages.Issued.Told(Cast.Executed()).Told(Cast.Paid() with { Agreement = Cast.Issued(2).Agreement });

        revised.State.Stage.ShouldBe(RequestStage.Contracting);
        revised.State.Ball.ShouldBe("signing official");
        revised.Later(92).Tick().State.Stage.ShouldBe(RequestStage.Declined);
        revised.Told(Cast.Paid(2)).State.Contract.ExecutedSha256.ShouldBe(Cast.Hash(2));
    }

    [Fact]
    public void OpenQuestion_KeepsPaidAndSignedInContracting()
    {
        var asked = Stages.Issued.By("manager", new AskQuestion("q1", "Why?", [])).Told(Cast.Paid());

        asked.State.Stage.ShouldBe(RequestStage.Contracting);
        asked.By("pi", new AnswerQuestion("q1", "Because.")).State.Stage.ShouldBe(RequestStage.Fulfilment);
    }

    [Fact]
    public void Agreement_UnsignedInTime_Lapses() => Stages.Issued.Later(92).Tick().State.Stage.ShouldBe(RequestStage.Declined);

    [Fact]
    public void Declining_NeedsASecondPerson()
    {
        var proposed = Stages.Issued.By("manager", new DeclineToFulfil("No staff."));

        Stages.Issued.By("manager", new ApproveDeclining()).Code.ShouldBe(nameof(DataRequestRefusal.DecliningIsNotProposed));
        proposed.By("manager", new ApproveDeclining()).Code.ShouldBe(nameof(DataRequestRefusal.SecondPersonIsNeeded));
        proposed.By("manager2", new ApproveDeclining()).State.Stage.ShouldBe(RequestStage.NotFulfilled);
    }

    [Fact]
    public void Terms_AreAcceptedOfTheShownVersion()
    {
        Stages.Issued.By("member", new AcceptTerms(2)).Code.ShouldBe(nameof(DataRequestRefusal.AgreementHasChanged));
        Stages.Contracting.By("member", new AcceptTerms(1)).Code.ShouldBe(nameof(DataRequestRefusal.AgreementIsMissing));
    }

    [Fact]
    public void Download_IsRefusedForWhateverIsAmiss()
    {
        var (active, facts) = (Stages.Active, Cast.Released);

        active.May("member", RequestCommandKind.Download).ShouldBe("yes");
        Stages.Fulfilment.Told(facts).May("member", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.TermsAreNotAccepted));
        active.By("pi", new RemoveTeamMember("member")).May("member", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.RequestNotFound));
        active.By("manager", new Pause("A doubt.")).May("member", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.AccessIsPaused));
        Stages.Downloaded.By("member", new ReportIncident("Lost a laptop.")).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.AccessIsPaused));
        active.By("pi", new AttestDestruction("Shredded.")).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.DataAreDestroyed));
        (active with { Now = active.State.Contract.EndsAt!.Value }).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.AgreementHasEnded));
        (active with { TrainedOn = null }).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.TrainingHasLapsed));
        (active with { TrainedOn = new DateOnly(2025, 3, 31) }).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.TrainingHasLapsed));
        (active with { Contract = facts with { Ledger = facts.Ledger! with { IsSettled = false } } }).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.FeeIsNotSettled));
        (active with { Contract = facts with { Agreement = facts.Agreement! with { Sha256 = Cast.Hash(3) } } }).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.AgreementIsNotExecuted));
        (active with { Contract = facts with { Release = null } }).May("pi", RequestCommandKind.Download).ShouldBe(nameof(DataRequestRefusal.ReleaseIsMissing));
    }

    [Fact]
    public void Chargeback_PausesAndCannotBeResumedUntilItIsMended()
    {
        var reversed = Stages.Active.Told(Cast.Released with { Ledger = Cast.Released.Ledger! with { HasUnresolvedReversal = true, IsSettled = false, Balance = 900m } });

        reversed.State.Pause.ShouldNotBeNull();
        reversed.By("manager", new Resume("It is fine.")).Code.ShouldBe(nameof(DataRequestRefusal.FeeIsNotSettled));
        reversed.Told(Cast.Released).By("manager", new Resume("Paid again.")).May("pi", RequestCommandKind.Download).ShouldBe("yes");
    }

    [Fact]
    public void Term_IsToldOfAndEndsByItself()
    {
        var story = Stages.Downloaded;
        var ends = story.State.Contract.EndsAt!.Value;
        while (story.State.DueAt is { } due)
            story = (story with { Now = due }).Tick();

        story.State.Reminded.ShouldBe(["progress-report-1", "agreement-ends-in-90-days", "agreement-ends-in-60-days", "agreement-ends-in-30-days", "agreement-ends-in-7-days"]);
        (story.State.Stage, story.State.StageSince).ShouldBe((RequestStage.Expired, ends));
    }

    [Fact]
    public void Renewal_IsPossibleAroundTheEnd()
    {
        var ends = Stages.Downloaded.State.Contract.EndsAt!.Value;

        (Stages.Downloaded with { Now = ends.AddDays(-91) }).May("pi", RequestCommandKind.Renew).ShouldBe(nameof(DataRequestRefusal.RenewalIsNotPossibleNow));
        (Stages.Downloaded with { Now = ends.AddDays(-90) }).May("pi", RequestCommandKind.Renew).ShouldBe("yes");
        (Stages.Expired with { Now = ends.AddDays(90) }).May("pi", RequestCommandKind.Renew).ShouldBe("yes");
        (Stages.Expired with { Now = ends.AddDays(91) }).May("pi", RequestCommandKind.Renew).ShouldBe(nameof(DataRequestRefusal.RenewalIsNotPossibleNow));
    }

    [Fact]
    public void CloseOut_ComesAfterDestruction()
    {
        Stages.Expired.By("pi", new CloseOut("Done.")).Code.ShouldBe(nameof(DataRequestRefusal.DestructionIsNotAttested));
        Stages.Expired.By("steward", new AcceptCloseOut()).Code.ShouldBe(nameof(DataRequestRefusal.RequestIsNotClosedOut));
        Stages.Active.By("pi", new ReportProgress("Fine.")).Code.ShouldBe(nameof(DataRequestRefusal.NothingWasDownloaded));
    }

    [Fact]
    public void Report_BeforeTheFirstDownload_IsRefusedAndSaysWhomToTell()
    {
        foreach (var command in new RequestCommand[] { new ReportProgress("Fine."), new ReportPublication("A paper.", ""), new ReportIncident("Lost a laptop.") })
        {
            var kind = CommandKinds.Of(command);
            Stages.Active.By("pi", command).Code.ShouldBe(nameof(DataRequestRefusal.NothingWasDownloaded));
            Stages.Active.Seen("pi").Actions.Single(action => action.Command == kind).Code.ShouldBe(nameof(DataRequestRefusal.NothingWasDownloaded));
            Stages.Downloaded.By("pi", command).Code.ShouldBe("taken");
        }
        Stages.Active.By("pi", new ReportIncident("Lost a laptop.")).Refusal!.Detail.ShouldContain("tell the request managers");
        Stages.Active.By("pi", new ReportIncident("Lost a laptop.")).State.Pause.ShouldBeNull();
    }

    [Fact]
    public void Superseded_GivesNothingMore() => Stages.Active.By(RequestFactSource.Service, new Supersede("request-2")).State.Stage.ShouldBe(RequestStage.Closed);

    [Fact]
    public void AgreementsOwnCommands_AreRowsOfTheTable() => CommandKinds.Of(new ForAgreement(new LapseAgreement())).ShouldBe(RequestCommandKind.None);
}
