using Centra.Releases;
using Centra.Requests;
using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Api.Portal;

/// <summary>What pages ask of a view.</summary>
public static class RequestViewing
{
    private static readonly Kind[] Order =
    [
        Kind.AnswerQuestion, Kind.Submit, Kind.DeclareConflict, Kind.RecordAvailability, Kind.RecordPolicyCheck, Kind.NotifyDecision, Kind.AssignReviewers, Kind.Evaluate,
        Kind.Decide, Kind.CloseBallot, Kind.ApproveDeclining, Kind.IssueEstimate, Kind.AnswerChanges, Kind.IssueAgreement, Kind.SignAgreement, Kind.Countersign, Kind.IssueInvoice,
        Kind.RecordPayment, Kind.ApproveRelease, Kind.PrepareRelease, Kind.AcceptTerms, Kind.Download, Kind.AttestDestruction, Kind.CloseOut, Kind.AcceptCloseOut,
    ];

    /// <summary>What the visitor may do of this kind, or why not now; null: it is not their part.</summary>
    public static ActionView? Can(this RequestView view, Kind kind) => view.Actions.FirstOrDefault(action => action.Command == kind);

    /// <summary>Whether the visitor may do this now.</summary>
    public static bool May(this RequestView view, Kind kind) => view.Can(kind) is { IsAllowed: true };

    /// <summary>Whether it has come as far as an agreement.</summary>
    public static bool HasContract(this RequestView view) =>
        view.Stage is RequestStage.Contracting or RequestStage.Fulfilment or RequestStage.Active or RequestStage.Closed or RequestStage.Declined or RequestStage.NotFulfilled or RequestStage.Expired or RequestStage.Revoked;

    /// <summary>Whether the visitor belongs to the society here: not to the team, which is told less.</summary>
    public static bool IsInside(this RequestView view) => !view.Parts.Contains(nameof(RequestParts.Member)) && view.Parts.Any(part =>
        Enum.Parse<RequestParts>(part) is var known && (known & (RequestParts.Society | RequestParts.Auditor)) != 0);

    /// <summary>The visitor's place in the team; null: none.</summary>
    public static TeamMemberView? Member(this RequestView view, string userId) =>
        view.Application?.Team.FirstOrDefault(member => member.UserId == userId && member.RemovedAt is null);

    /// <summary>What brings the request on now and is the visitor's to do: what is done already is not offered, nor what waits for somebody else.</summary>
    public static Kind? Next(this RequestView view, string userId)
    {
        foreach (var kind in Order)
        {
            if (view.May(kind) && view.IsDue(kind, userId))
                return kind;
        }
        return null;
    }

    // Commands that may be sent again and again are due once only.
    private static bool IsDue(this RequestView view, Kind kind, string userId) => kind switch
    {
        Kind.DeclareConflict => view.Seat(userId) is { HasConflict: null, Ended: null },
        Kind.Evaluate => view.Seat(userId) is { HasEvaluated: false },
        Kind.AssignReviewers => view.Review is { Ballot: null },
        Kind.CloseBallot => view.Review is { Ballot: { Standing: "Open" } ballot } review && ballot.Counted >= ballot.Quorum
            && review.Reviewers.All(seat => seat.HasEvaluated || seat.Ended is not null || seat.HasConflict is true),
        Kind.RecordPayment => view.Stage is RequestStage.Contracting && view.Ball is "finance" && view.Can(Kind.IssueInvoice) is { IsAllowed: false },
        Kind.PrepareRelease => view.Can(Kind.ApproveRelease)?.Code != nameof(ReleaseRefusal.SecondPersonIsNeeded),
        Kind.AcceptTerms => view.Member(userId) is { } member && member.AcceptedVersion != view.Contract.AgreementVersion,
        Kind.AttestDestruction => view.Stage is RequestStage.Expired or RequestStage.Revoked && !view.May(Kind.CloseOut),
        Kind.CloseOut => !view.Contract.IsClosedOut,
        _ => true,
    };

    private static SeatView? Seat(this RequestView view, string userId) => view.Review?.Reviewers.FirstOrDefault(seat => seat.UserId == userId);
}
