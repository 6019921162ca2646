using Centra.Requests;

namespace Centra.Api.Portal;

/// <summary>What pages ask of a view.</summary>
public static class RequestViewing
{
    /// <summary>What the visitor may do of this kind, or why not now; null: it is not their part.</summary>
    public static ActionView? Can(this RequestView view, RequestCommandKind kind) => view.Actions.FirstOrDefault(action => action.Command == kind);

    /// <summary>Whether the visitor may do this now.</summary>
    public static bool May(this RequestView view, RequestCommandKind kind) => view.Can(kind) is { IsAllowed: true };

    /// <summary>Whether it has come as far as an agreement.</summary>
    public static bool HasContract(this RequestView view) =>
        view.Stage is RequestStage.Contracting or RequestStage.Fulfilment or RequestStage.Active or RequestStage.Closed or RequestStage.Declined or RequestStage.NotFulfilled or RequestStage.Expired or RequestStage.Revoked;

    /// <summary>What the visitor most likely came for: what brings the request on and is theirs to do now.</summary>
    public static RequestCommandKind? Next(this RequestView view)
    {
        foreach (var kind in Order)
        {
            if (view.May(kind))
                return kind;
        }
        return null;
    }

    private static readonly RequestCommandKind[] Order =
    [
        RequestCommandKind.AnswerQuestion, RequestCommandKind.Submit, RequestCommandKind.RecordAvailability, RequestCommandKind.RecordPolicyCheck, RequestCommandKind.NotifyDecision,
        RequestCommandKind.AssignReviewers, RequestCommandKind.Evaluate, RequestCommandKind.CloseBallot, RequestCommandKind.Decide, RequestCommandKind.IssueEstimate,
        RequestCommandKind.IssueAgreement, RequestCommandKind.SignAgreement, RequestCommandKind.Countersign, RequestCommandKind.ConfirmPayment, RequestCommandKind.IssueInvoice,
        RequestCommandKind.ApproveRelease, RequestCommandKind.PrepareRelease, RequestCommandKind.Download, RequestCommandKind.AcceptTerms, RequestCommandKind.AcceptCloseOut,
    ];
}
