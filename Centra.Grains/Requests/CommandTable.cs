using static Centra.Requests.RequestParts;
using static Centra.Requests.RequestStage;
using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Requests;

/// <summary>Who may do what in which stage: the table of requests.md. What is not in it is refused.</summary>
public static class CommandTable
{
    private static readonly RequestStage[] BeforeActive = [Draft, RequestStage.Availability, RequestStage.PolicyCheck, RequestStage.CommitteeReview, Contracting, Fulfilment];
    private static readonly RequestStage[] Reviewed = [RequestStage.Availability, RequestStage.PolicyCheck, RequestStage.CommitteeReview, Contracting, Fulfilment, Active];
    private static readonly RequestStage[] Committee = [RequestStage.CommitteeReview];
    private static readonly RequestStage[] ContractOn = [Contracting, Fulfilment, Active];
    private static readonly RequestStage[] Billed = [Contracting, Fulfilment, Active, Closed, Declined, NotFulfilled, Expired, Revoked, Withdrawn];
    private static readonly RequestStage[] HadData = [Active, Expired, Revoked];
    private static readonly RequestStage[] All = [.. Enum.GetValues<RequestStage>().Where(stage => stage is not RequestStage.None)];

    /// <summary>All rows.</summary>
    public static IReadOnlyDictionary<RequestCommandKind, CommandRow> Rows { get; } = new Dictionary<RequestCommandKind, CommandRow>
    {
        [Kind.CreateDraft] = new([RequestStage.None], Writer),
        [Kind.EditSection] = new([Draft, .. Reviewed], Applicant),
        [Kind.Attach] = new([Draft, .. Reviewed], Applicant),
        [Kind.Detach] = new([Draft], Applicant),
        [Kind.AddTeamMember] = new([Draft], Applicant),
        [Kind.AddDataset] = new([Draft], Applicant),
        [Kind.RemoveDataset] = new([Draft], Applicant),
        [Kind.DeclareInterests] = new([Draft], Applicant),
        [Kind.Submit] = new([Draft], Applicant),
        [Kind.Withdraw] = new(BeforeActive, Applicant),
        [Kind.RemoveTeamMember] = new([.. BeforeActive, Active], Applicant),
        [Kind.ChangePrincipalInvestigator] = new([.. BeforeActive, Active], Applicant),
        [Kind.AskQuestion] = new(Reviewed, Manager | Reviewer | Chair | Finance | Steward),
        [Kind.AnswerQuestion] = new(Reviewed, Applicant),
        [Kind.WithdrawQuestion] = new(Reviewed, Manager | Reviewer | Chair | Finance | Steward),
        [Kind.RecordAvailability] = new([RequestStage.Availability], Manager) { GoesOn = true },
        [Kind.RecordPolicyCheck] = new([RequestStage.PolicyCheck], Manager) { GoesOn = true },
        [Kind.ReturnToStage] = new([RequestStage.PolicyCheck, RequestStage.CommitteeReview], Manager | Chair),
        [Kind.AddCriterion] = new(Committee, Chair),
        [Kind.AssignReviewers] = new(Committee, Manager),
        [Kind.UnassignReviewer] = new(Committee, Manager),
        [Kind.DeclareConflict] = new(Reviewed, Reviewer | Chair | Manager | Signatory | Finance | Steward),
        [Kind.Evaluate] = new(Committee, Reviewer),
        [Kind.ExtendBallot] = new(Committee, Chair),
        [Kind.CloseBallot] = new(Committee, Chair),
        [Kind.Decide] = new(Committee, Chair),
        [Kind.CorrectDecision] = new(Committee, Chair),
        [Kind.NotifyDecision] = new(Committee, Manager) { GoesOn = true },
        [Kind.Reconsider] = new([Denied], Applicant),
        [Kind.IssueEstimate] = new([Contracting], Finance),
        [Kind.ReviseEstimate] = new([Contracting], Finance),
        [Kind.IssueAgreement] = new([Contracting], Manager) { GoesOn = true },
        [Kind.ReviseAgreement] = new([Contracting], Manager) { GoesOn = true },
        [Kind.RequestChanges] = new([Contracting], PrincipalInvestigator | SigningOfficial),
        [Kind.SignAgreement] = new([Contracting], SigningOfficial) { GoesOn = true },
        [Kind.Countersign] = new([Contracting], Signatory) { GoesOn = true },
        [Kind.AttachSignedScan] = new([Contracting], Manager),
        [Kind.AttestScan] = new([Contracting], Manager | Signatory),
        [Kind.AnswerChanges] = new([Contracting], Manager | Finance),
        [Kind.DeclineAgreement] = new([Contracting], SigningOfficial),
        [Kind.AcceptTerms] = new(ContractOn, Member),
        [Kind.IssueInvoice] = new(ContractOn, Finance),
        [Kind.DetermineNoFee] = new(ContractOn, Finance),
        [Kind.ApproveNoFee] = new(ContractOn, Finance),
        [Kind.RecordPayment] = new(Billed, Finance),
        [Kind.ConfirmPayment] = new(Billed, Finance),
        [Kind.RecordRefund] = new(Billed, Finance),
        [Kind.ApproveRefund] = new(Billed, Finance),
        [Kind.WaiveFee] = new(ContractOn, Finance),
        [Kind.ApproveWaiver] = new(ContractOn, Finance),
        [Kind.RecordReversal] = new(Billed, Finance),
        [Kind.CancelFee] = new(ContractOn, Finance),
        [Kind.RejectEntry] = new(Billed, Finance),
        [Kind.ReceiveProviderEvent] = new(Billed, Finance | Service),
        [Kind.DeclineToFulfil] = new([Contracting, Fulfilment], Manager),
        [Kind.ApproveDeclining] = new([Contracting, Fulfilment], Manager),
        [Kind.PrepareRelease] = new([Fulfilment], Steward),
        [Kind.ApproveRelease] = new([Fulfilment], Steward) { GoesOn = true },
        [Kind.RejectRelease] = new([Fulfilment], Steward),
        [Kind.InspectRelease] = new([Fulfilment, Active], Steward),
        [Kind.Download] = new([Active], Member),
        [Kind.ReportProgress] = new([Active, Expired, Revoked, Closed], Applicant),
        [Kind.ReportPublication] = new([Active, Expired, Revoked, Closed], Applicant),
        [Kind.ReportIncident] = new([Active, Expired, Revoked, Closed], Applicant | Member),
        [Kind.Amend] = new([Active], Applicant),
        [Kind.Renew] = new([Active, Expired], Applicant),
        [Kind.AttestDestruction] = new(HadData, Applicant),
        [Kind.CloseOut] = new(HadData, Applicant),
        [Kind.AcceptCloseOut] = new(HadData, Steward),
        [Kind.Pause] = new(ContractOn, Manager | Chair),
        [Kind.Resume] = new(ContractOn, Manager | Chair),
        [Kind.Revoke] = new(ContractOn, Manager | Chair),
        [Kind.Tick] = new(All, Service),
        [Kind.Advance] = new(All, Service),
        [Kind.RemoveContent] = new([Draft, Denied, Withdrawn, Unavailable, Closed, Declined, NotFulfilled], Service),
        [Kind.Supersede] = new([Active, Expired], Service),
    };

    /// <summary>Whether somebody may do something here: stage and part, then the separation of duties.</summary>
    public static Refusal? Permit(RequestState state, RequestCommandKind kind, RequestParts parts, string actor)
    {
        var row = Rows[kind];
        if (kind is not Kind.CreateDraft && !IsVisible(state, parts))
            return DataRequestRefusal.RequestNotFound.Because();
        var part = row.Parts & parts;
        if (part is RequestParts.None)
            return (IsVisible(state, parts) ? DataRequestRefusal.NotTheCallersPart : DataRequestRefusal.RequestNotFound).Because();
        if (!row.Stages.Contains(state.Stage))
            return (kind is Kind.CreateDraft ? DataRequestRefusal.RequestExistsAlready : DataRequestRefusal.StageDoesNotAllowThis).Because();
        if (Separation(state, part, actor) is { } refusal && kind is not Kind.DeclareConflict)
            return refusal;
        return row.GoesOn && state.OpenQuestions.Any() ? DataRequestRefusal.QuestionIsOpen.Because() : null;
    }

    /// <summary>
    /// Whether somebody sees that there is such a request: the team always, the society once it was submitted (a draft that is withdrawn stays the team's, until nothing is left in it),
    /// officials once there is an agreement to sign.
    /// </summary>
    public static bool IsVisible(RequestState state, RequestParts parts) => state.Stage switch
    {
        RequestStage.None => false,
        Draft => (parts & (Member | Service)) != 0,
        RequestStage.Withdrawn when state is { SubmittedAt: null, ContentRemovedAt: null } => (parts & (Member | Service)) != 0,
        _ => (parts & (Member | Society | Auditor | Service)) != 0 || ((parts & SigningOfficial) != 0 && state.Contract.AgreementVersion > 0),
    };

    // Nobody in any role acts for the society on a request of their own team, or with a conflict. Who was on the team stays out, too.
    private static Refusal? Separation(RequestState state, RequestParts part, string actor)
    {
        var isOnTheTeam = state.Application.Team.Any(member => member.UserId == actor);
        return (part & (Society | SigningOfficial)) != 0 && (part & ~(Society | SigningOfficial)) == 0 && isOnTheTeam ? DataRequestRefusal.ActorIsOnTheTeam.Because()
            : (part & Society) != 0 && state.Review.Conflicts.Any(one => one.UserId == actor) ? DataRequestRefusal.ActorIsInConflict.Because()
            : null;
    }
}

/// <summary>A row of the table.</summary>
/// <param name="Stages">From which stages.</param>
/// <param name="Parts">Any of these.</param>
public sealed record CommandRow(RequestStage[] Stages, RequestParts Parts)
{
    /// <summary>Whether the request goes on by it: not while a question is open.</summary>
    public bool GoesOn { get; init; }
}
