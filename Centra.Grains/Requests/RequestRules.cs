using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>The rules of data requests: one entry, split by stage. Pure. (Design: requests.md.)</summary>
public static class RequestRules
{
    /// <summary>Decides a command: the table first, then the stage's own rule, then what follows by itself, then when to look again.</summary>
    public static Result<ImmutableArray<RequestEvent>> Decide(RequestState state, string requestId, RequestCommand command, RequestFacts facts)
    {
        if (Obstacle(state, command, facts) is { } refusal)
            return refusal;
        var decided = Decide(state, requestId, command, RequestPartsOf.Actor(state, facts), facts);
        return decided.IsRefused ? decided : Follow(state, decided.Value, facts);
    }

    /// <summary>Why a command is not taken, whoever decides it in the end; null: nothing stands in its way yet.</summary>
    public static Refusal? Obstacle(RequestState state, RequestCommand command, RequestFacts facts) =>
        Permit(state, CommandKinds.Of(command), RequestPartsOf.Actor(state, facts), facts) ?? TextLimits.TooLong(CommandContent.Of(command).Command);

    /// <summary>What happened, what follows from it by itself, and when the service has to look again.</summary>
    public static ImmutableArray<RequestEvent> Follow(RequestState state, ImmutableArray<RequestEvent> happened, RequestFacts facts)
    {
        var next = happened.Aggregate(state, RequestApply.Apply);
        var followed = Advancing.From(next, facts).ToList();
        next = followed.Aggregate(next, RequestApply.Apply);
        var due = facts.Rules is { } rules ? ClockRules.NextDue(next, rules) : next.DueAt;
        var ball = Balls.Of(next);
        IEnumerable<RequestEvent> told = [.. ball == next.Ball ? Array.Empty<RequestEvent>() : [new BallTaken(ball)], .. due == next.DueAt ? Array.Empty<RequestEvent>() : [new DueSet(due)]];
        return [.. happened, .. followed, .. told];
    }

    /// <summary>Whether somebody may do something now, as far as that does not depend on what they send. The same for commands and for <c>actions</c>.</summary>
    public static Refusal? Permit(RequestState state, RequestCommandKind kind, RequestParts parts, RequestFacts facts) =>
        kind is RequestCommandKind.None ? DataRequestRefusal.NotTheCallersPart.Because()
        : CommandTable.Permit(state, kind, parts, facts.Actor.UserId)
            ?? ContractRules.Obstacle(state, kind, facts)
            ?? Further(state, kind, facts);

    private static Refusal? Further(RequestState state, RequestCommandKind kind, RequestFacts facts) => kind switch
    {
        RequestCommandKind.Download => AccessRules.DownloadObstacle(state, facts),
        RequestCommandKind.Amend => AccessRules.ChildObstacle(state, RequestKind.Amendment, facts),
        RequestCommandKind.Renew => AccessRules.ChildObstacle(state, RequestKind.Renewal, facts),
        RequestCommandKind.AddCriterion or RequestCommandKind.ExtendBallot or RequestCommandKind.CloseBallot => DecisionRules.DeputyObstacle(state, facts) ?? BallotRules.LeadObstacle(state, kind, facts.Now),
        RequestCommandKind.AssignReviewers or RequestCommandKind.UnassignReviewer => AssignmentRules.BallotObstacle(state),
        RequestCommandKind.Decide when state.Review.Decision is not null => DataRequestRefusal.DecisionIsMadeAlready.Because(),
        RequestCommandKind.Decide => DecisionRules.Obstacle(state, facts),
        RequestCommandKind.CorrectDecision when state.Review.Decision is null => DataRequestRefusal.DecisionIsMissing.Because(),
        RequestCommandKind.CorrectDecision => DecisionRules.Obstacle(state, facts),
        RequestCommandKind.NotifyDecision => DecisionRules.NotifyObstacle(state),
        RequestCommandKind.Reconsider => DecisionRules.ReconsiderObstacle(state, facts),
        RequestCommandKind.RecordPolicyCheck => CheckRules.CheckerObstacle(state, facts),
        RequestCommandKind.Evaluate => BallotRules.EvaluateObstacle(state, facts),
        RequestCommandKind.AnswerQuestion or RequestCommandKind.WithdrawQuestion when !state.OpenQuestions.Any() => DataRequestRefusal.QuestionNotFound.Because(),
        RequestCommandKind.EditSection or RequestCommandKind.Attach when state.Stage is not RequestStage.Draft && !state.OpenQuestions.Any() => DataRequestRefusal.SectionIsNotAskedAbout.Because(),
        RequestCommandKind.AcceptTerms when state.Contract.AgreementVersion == 0 => DataRequestRefusal.AgreementIsMissing.Because(),
        RequestCommandKind.Resume when state.Pause is null => DataRequestRefusal.AccessIsNotPaused.Because(),
        RequestCommandKind.Resume when facts.Contract.Ledger is { HasUnresolvedReversal: true } => DataRequestRefusal.FeeIsNotSettled.Because(),
        RequestCommandKind.Pause when state.Pause is not null => DataRequestRefusal.AccessIsPaused.Because(),
        RequestCommandKind.ApproveDeclining when state.Contract.Declining is null => DataRequestRefusal.DecliningIsNotProposed.Because(),
        RequestCommandKind.ApproveDeclining when state.Contract.Declining.By == facts.Actor.UserId => DataRequestRefusal.SecondPersonIsNeeded.Because(),
        RequestCommandKind.ReportProgress => AccessRules.ReportObstacle(state, ReportKind.Progress),
        RequestCommandKind.ReportPublication => AccessRules.ReportObstacle(state, ReportKind.Publication),
        RequestCommandKind.ReportIncident => AccessRules.ReportObstacle(state, ReportKind.Incident),
        RequestCommandKind.CloseOut when state.Contract.Destruction is null => DataRequestRefusal.DestructionIsNotAttested.Because(),
        RequestCommandKind.AcceptCloseOut when !state.Contract.IsClosedOut => DataRequestRefusal.RequestIsNotClosedOut.Because(),
        _ => null,
    };

    private static Result<ImmutableArray<RequestEvent>> Decide(RequestState state, string requestId, RequestCommand command, RequestParts parts, RequestFacts facts) => command switch
    {
        CreateDraft create => DraftRules.Create(requestId, create, facts),
        EditSection edit => DraftRules.Edit(state, edit, facts),
        Attach => DraftRules.Attach(state, facts),
        Detach detach => DraftRules.Detach(state, detach.DocumentId, facts.Now),
        AddTeamMember add => TeamRules.Add(state, add, facts),
        RemoveTeamMember remove => TeamRules.Remove(state, remove.UserId, facts.Now),
        ChangePrincipalInvestigator change => TeamRules.Change(state, change.UserId, facts.Now),
        AddDataset ask => DraftRules.Ask(state, ask, facts),
        RemoveDataset drop => DraftRules.Drop(state, drop.DatasetId, facts.Now),
        DeclareInterests interests => DraftRules.Declare(interests, facts),
        Submit => SubmitRules.Submit(state, facts),
        Withdraw withdraw => Withdrawn(withdraw.Reason, facts.Now),
        AskQuestion ask => QuestionRules.Ask(state, ask, facts),
        AnswerQuestion answer => QuestionRules.Answer(state, answer, facts.Now),
        WithdrawQuestion withdraw => QuestionRules.Withdraw(state, withdraw.QuestionId, facts),
        RecordAvailability record => CheckRules.Availability(state, record, facts),
        RecordPolicyCheck record => CheckRules.Policy(state, record, facts),
        ReturnToStage back => CheckRules.Return(state, back, facts),
        AddCriterion add => BallotRules.AddCriterion(state, add, facts),
        AssignReviewers assign => AssignmentRules.Assign(state, assign, facts),
        UnassignReviewer unassign => AssignmentRules.Unassign(state, unassign, facts.Now),
        DeclareConflict declare => AssignmentRules.Declare(state, declare, parts, facts),
        Evaluate evaluate => BallotRules.Evaluate(state, evaluate, facts),
        ExtendBallot extend => BallotRules.Extend(state, extend, facts),
        CloseBallot => BallotRules.Close(state, facts.Now),
        Decide decide => DecisionRules.Decide(state, decide, facts),
        CorrectDecision correct => DecisionRules.Correct(state, correct, facts),
        NotifyDecision => DecisionRules.Notify(state, facts.Now),
        Reconsider reconsider => DecisionRules.Reconsider(state, reconsider, facts),
        AcceptTerms accept => ContractRules.Accept(state, accept, facts),
        DeclineToFulfil decline => ContractRules.Decline(state, decline, facts),
        ApproveDeclining => ContractRules.ApproveDeclining(state, facts),
        ReportProgress report => AccessRules.Report(state, ReportKind.Progress, report.Text, facts),
        ReportPublication report => AccessRules.Report(state, ReportKind.Publication, $"{report.Citation} {report.Identifier}".Trim(), facts),
        ReportIncident report => AccessRules.Report(state, ReportKind.Incident, report.Text, facts),
        AttestDestruction attest => AccessRules.Attest(attest, facts.Now),
        CloseOut closing => AccessRules.CloseOut(state, closing, facts),
        AcceptCloseOut => AccessRules.AcceptCloseOut(state, facts.Now),
        Pause pause => AccessRules.Pause(state, pause.Reason, facts),
        Resume resume => AccessRules.Resume(state, resume.Reason, facts),
        Revoke revoke => AccessRules.Revoke(revoke.Reason, facts.Now),
        Supersede supersede => AccessRules.Supersede(state, supersede.RequestId, facts.Now),
        Tick => Ticked(state, facts),
        RemoveContent remove => RemovalRules.Remove(state, remove.Rule, facts),
        Advance => ImmutableArray<RequestEvent>.Empty,
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    // First what the leaves say, then the clock: a signature or a payment that a crash kept from the request must not lapse.
    private static ImmutableArray<RequestEvent> Ticked(RequestState state, RequestFacts facts)
    {
        var seen = Advancing.From(state, facts).ToImmutableArray();
        return [.. seen, .. ClockRules.Due(seen.Aggregate(state, RequestApply.Apply), facts)];
    }

    private static Result<ImmutableArray<RequestEvent>> Withdrawn(string? reason, DateTimeOffset now) =>
        ImmutableArray.Create<RequestEvent>(new StageEntered(RequestStage.Withdrawn, string.IsNullOrWhiteSpace(reason) ? "withdrawn by the applicant" : reason, now));
}
