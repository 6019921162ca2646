using Centra.Requests;

namespace Centra.Api.Portal;

/// <summary>Stages, parts and commands of requests in words for people.</summary>
public static class StageWords
{
    /// <summary>The way of a request, in order.</summary>
    public static readonly RequestStage[] Way =
    [
        RequestStage.Draft, RequestStage.Availability, RequestStage.PolicyCheck, RequestStage.CommitteeReview, RequestStage.Contracting, RequestStage.Fulfilment, RequestStage.Active, RequestStage.Closed,
    ];

    /// <summary>A stage by its name, as lists have it.</summary>
    public static string Stage(string name) => Enum.TryParse<RequestStage>(name, ignoreCase: true, out var stage) ? Stage(stage) : name;

    /// <summary>A stage.</summary>
    public static string Stage(RequestStage stage) => stage switch
    {
        RequestStage.Availability => "Availability check",
        RequestStage.PolicyCheck => "Policy check",
        RequestStage.CommitteeReview => "Committee review",
        RequestStage.NotFulfilled => "Not fulfilled",
        _ => stage.ToString(),
    };

    /// <summary>Who has to act next.</summary>
    public static string Ball(string ball) => ball switch
    {
        "applicant" => "The applicant",
        "manager" => "A request manager",
        "reviewer" => "The reviewers",
        "chair" => "The chair",
        "committee" => "The committee",
        "finance" => "Finance",
        "signing official" => "The signing official",
        "society signatory" => "The society's signatory",
        "steward" => "A data steward",
        _ => "Nobody",
    };

    /// <summary>What somebody may do, as a heading or on a button.</summary>
    public static string Action(RequestCommandKind kind) => kind switch
    {
        RequestCommandKind.Submit => "Submit the application",
        RequestCommandKind.Withdraw => "Withdraw the request",
        RequestCommandKind.RecordAvailability => "Record the availability check",
        RequestCommandKind.RecordPolicyCheck => "Record the policy check",
        RequestCommandKind.ReturnToStage => "Return to a former stage",
        RequestCommandKind.AskQuestion => "Ask the applicant",
        RequestCommandKind.AnswerQuestion => "Answer a question",
        RequestCommandKind.AssignReviewers => "Assign reviewers",
        RequestCommandKind.DeclareConflict => "Declare whether you have a conflict of interest",
        RequestCommandKind.Evaluate => "Evaluate",
        RequestCommandKind.CloseBallot => "Close the ballot",
        RequestCommandKind.ExtendBallot => "Extend the ballot",
        RequestCommandKind.Decide => "Decide",
        RequestCommandKind.CorrectDecision => "Correct the decision",
        RequestCommandKind.NotifyDecision => "Tell the applicant of the decision",
        RequestCommandKind.Reconsider => "Ask for reconsideration",
        RequestCommandKind.IssueEstimate => "Estimate the cost",
        RequestCommandKind.IssueAgreement => "Issue the agreement",
        RequestCommandKind.SignAgreement => "Sign the agreement",
        RequestCommandKind.Countersign => "Countersign the agreement",
        RequestCommandKind.AcceptTerms => "Accept the terms",
        RequestCommandKind.IssueInvoice => "Issue the invoice",
        RequestCommandKind.RecordPayment => "Record a payment",
        RequestCommandKind.ConfirmPayment => "Confirm a payment",
        RequestCommandKind.PrepareRelease => "Prepare the release",
        RequestCommandKind.ApproveRelease => "Approve the release",
        RequestCommandKind.Download => "Download the data",
        RequestCommandKind.ReportProgress => "Report progress",
        RequestCommandKind.ReportPublication => "Report a publication",
        RequestCommandKind.ReportIncident => "Report an incident",
        RequestCommandKind.Amend => "Amend",
        RequestCommandKind.Renew => "Renew",
        RequestCommandKind.AttestDestruction => "Certify the destruction of the data",
        RequestCommandKind.CloseOut => "Close out",
        RequestCommandKind.AcceptCloseOut => "Accept the close-out",
        RequestCommandKind.Pause => "Pause access",
        RequestCommandKind.Resume => "Resume access",
        RequestCommandKind.Revoke => "Revoke access",
        RequestCommandKind.DeclineToFulfil => "Propose not to fulfil",
        RequestCommandKind.ApproveDeclining => "Agree not to fulfil",
        RequestCommandKind.DeclineAgreement => "Decline the agreement",
        _ => string.Concat(kind.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString())),
    };

    /// <summary>Which page of a request a command is on.</summary>
    public static string Page(RequestCommandKind kind) => kind switch
    {
        >= RequestCommandKind.EditSection and <= RequestCommandKind.Submit => "/application",
        RequestCommandKind.AskQuestion or RequestCommandKind.AnswerQuestion or RequestCommandKind.WithdrawQuestion => "/questions",
        >= RequestCommandKind.RecordAvailability and <= RequestCommandKind.Reconsider => "/review",
        RequestCommandKind.IssueEstimate or RequestCommandKind.ReviseEstimate => "/money",
        >= RequestCommandKind.IssueAgreement and <= RequestCommandKind.AnswerChanges => "/agreement",
        RequestCommandKind.AcceptTerms => "/agreement",
        >= RequestCommandKind.IssueInvoice and <= RequestCommandKind.ReceiveProviderEvent => "/money",
        RequestCommandKind.PrepareRelease or RequestCommandKind.ApproveRelease or RequestCommandKind.RejectRelease or RequestCommandKind.Download or RequestCommandKind.InspectRelease => "/release",
        >= RequestCommandKind.ReportProgress and <= RequestCommandKind.AcceptCloseOut => "/release",
        _ => "",
    };
}
