using Centra.Requests;

namespace Centra.Tests.Requests;

/// <summary>
/// The table of requests.md as its reader understands it, written without sight of the one that decides. Where the design is silent: who asks
/// questions (anybody who works on the request), who attaches and attests scans, and that money is moved back and forth after an end, too.
/// A draft is seen by its team alone, so that no question can be put in it. "Contracting on" ends with Active for terms, fees and waivers.
/// That the principal investigator changes while access is active is read from "Active for members": another member takes over.
/// </summary>
internal static class Table
{
    private const string Team = "pi delegate";
    private const string Committee = nameof(RequestStage.CommitteeReview);
    private const string Review = "Availability PolicyCheck CommitteeReview";
    private const string Contract = "Contracting Fulfilment Active";
    private const string Money = Contract + " Closed Declined NotFulfilled Expired Revoked Withdrawn";
    private const string Staff = "manager r1 chair finance steward";

    private static readonly (string Commands, string Who, string From)[] Rows =
    [
        ("Submit Detach AddTeamMember AddDataset RemoveDataset DeclareInterests", Team, "Draft"),
        ("EditSection Attach", Team, $"Draft {Review} {Contract}"),
        ("Withdraw", Team, $"Draft {Review} Contracting Fulfilment"),
        ("RemoveTeamMember ChangePrincipalInvestigator", Team, $"Draft {Review} {Contract}"),
        ("AskQuestion WithdrawQuestion", Staff, $"{Review} {Contract}"),
        ("AnswerQuestion", Team, $"{Review} {Contract}"),
        ("RecordAvailability", "manager", "Availability"),
        ("RecordPolicyCheck", "manager", "PolicyCheck"),
        ("ReturnToStage", "manager chair", "PolicyCheck CommitteeReview"),
        ("AddCriterion ExtendBallot CloseBallot Decide CorrectDecision", "chair", Committee),
        ("AssignReviewers UnassignReviewer NotifyDecision", "manager", Committee),
        ("Evaluate", "r1", Committee),
        ("DeclareConflict", "r1 chair manager signatory finance steward", $"{Review} {Contract}"),
        ("Reconsider", Team, "Denied"),
        ("IssueEstimate ReviseEstimate", "finance", "Contracting"),
        ("IssueAgreement ReviseAgreement AttachSignedScan", "manager", "Contracting"),
        ("AnswerChanges", "manager finance", "Contracting"),
        ("AttestScan", "manager signatory", "Contracting"),
        ("RequestChanges", "pi official", "Contracting"),
        ("SignAgreement DeclineAgreement", "official", "Contracting"),
        ("Countersign", "signatory", "Contracting"),
        ("AcceptTerms", "pi delegate member", Contract),
        ("IssueInvoice DetermineNoFee ApproveNoFee WaiveFee ApproveWaiver CancelFee", "finance", Contract),
        ("RecordPayment ConfirmPayment RecordRefund ApproveRefund RecordReversal RejectEntry", "finance", Money),
        ("ReceiveProviderEvent", "finance service", Money),
        ("DeclineToFulfil ApproveDeclining", "manager", "Contracting Fulfilment"),
        ("PrepareRelease ApproveRelease RejectRelease", "steward", "Fulfilment"),
        ("InspectRelease", "steward", "Fulfilment Active"),
        ("Download", "pi delegate member", "Active"),
        ("ReportProgress ReportPublication", Team, "Active Expired Revoked Closed"),
        ("ReportIncident", "pi delegate member", "Active Expired Revoked Closed"),
        ("Amend", Team, "Active"),
        ("Renew", Team, "Active Expired"),
        ("AttestDestruction CloseOut", Team, "Active Expired Revoked"),
        ("AcceptCloseOut", "steward", "Active Expired Revoked"),
        ("Pause Resume Revoke", "manager chair", Contract),
        ("Supersede", "service", "Active Expired"),
        ("RemoveContent", "service", "Draft Denied Withdrawn Unavailable Closed Declined NotFulfilled"),
        ("Tick Advance", "service", $"Draft {Review} {Contract} Closed Unavailable Denied Withdrawn Declined NotFulfilled Expired Revoked"),
    ];

    private static readonly string[] Blockable = ["RecordAvailability", "RecordPolicyCheck", "NotifyDecision", "IssueAgreement", "ReviseAgreement", "SignAgreement", "Countersign", "ApproveRelease"];

    /// <summary>What the table answers: the refusal's code, or "yes".</summary>
    public static string Says(RequestStage stage, RequestCommandKind kind, string who, bool hasQuestion)
    {
        if (kind is RequestCommandKind.CreateDraft)
            return Cast.Team.Append("stranger").Contains(who) ? "RequestExistsAlready" : Sees(stage, who) ? "NotTheCallersPart" : "RequestNotFound";
        var row = Rows.Single(row => row.Commands.Split(' ').Contains(kind.ToString()));
        return !Sees(stage, who) ? "RequestNotFound"
            : !row.Who.Replace("service", RequestFactSource.Service, StringComparison.Ordinal).Replace("r1", "r1 r2", StringComparison.Ordinal).Split(' ').Contains(Played(who)) ? "NotTheCallersPart"
            : !row.From.Split(' ').Contains(stage.ToString()) ? "StageDoesNotAllowThis"
            : hasQuestion && Blockable.Contains(kind.ToString()) ? "QuestionIsOpen"
            : "yes";
    }

    // A stranger, an operator and a reviewer who is not assigned are nobody to a request.
    private static bool Sees(RequestStage stage, string who) => who == RequestFactSource.Service || Cast.Team.Contains(who)
        || (stage is not RequestStage.Draft && who is not ("stranger" or "operator" or "r4"));

    private static string Played(string who) => who switch { "manager2" => "manager", "deputy" => "chair", "r3" => "r2", _ => who };
}
