namespace Centra.Requests;

/// <summary>Everything that can be done about a request, by name: what <c>actions</c> lists and the table of requests.md governs.</summary>
public enum RequestCommandKind
{
#pragma warning disable CS1591 // Each is the command of the same name.
    None = 0,
    CreateDraft, EditSection, Attach, Detach, AddTeamMember, AddDataset, RemoveDataset, DeclareInterests, Submit,
    Withdraw, RemoveTeamMember, ChangePrincipalInvestigator,
    AskQuestion, AnswerQuestion, WithdrawQuestion,
    RecordAvailability, RecordPolicyCheck, ReturnToStage,
    AddCriterion, AssignReviewers, UnassignReviewer, DeclareConflict, Evaluate, ExtendBallot, CloseBallot,
    Decide, CorrectDecision, NotifyDecision, Reconsider,
    IssueEstimate, IssueAgreement, RequestChanges, ReviseAgreement, ReviseEstimate, SignAgreement, Countersign, DeclineAgreement, AttachSignedScan, AttestScan, AnswerChanges,
    AcceptTerms,
    IssueInvoice, DetermineNoFee, ApproveNoFee, RecordPayment, ConfirmPayment, RecordRefund, ApproveRefund, WaiveFee, ApproveWaiver, RecordReversal,
    CancelFee, RejectEntry, ReceiveProviderEvent,
    DeclineToFulfil, ApproveDeclining,
    PrepareRelease, ApproveRelease, RejectRelease, Download,
    ReportProgress, ReportPublication, ReportIncident,
    Amend, Renew,
    AttestDestruction, CloseOut, AcceptCloseOut,
    Pause, Resume, Revoke,
    Tick, Advance, Supersede,
    InspectRelease,
    RemoveContent,
#pragma warning restore CS1591
}
