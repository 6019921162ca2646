using System.Collections.Immutable;
using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;

namespace Centra.Requests;

/// <summary>What the request itself demands before its agreement, ledger or release is asked; and its own commands of those stages. Pure.</summary>
internal static class ContractRules
{
    /// <summary>Why a command of a leaf may not reach it; null: it may.</summary>
    public static Refusal? Obstacle(RequestState state, RequestCommandKind kind, RequestFacts facts) => kind switch
    {
        RequestCommandKind.IssueAgreement or RequestCommandKind.ReviseAgreement when facts.Contract.Ledger is not { EstimateVersion: > 0 } => DataRequestRefusal.EstimateIsMissing.Because(),
        RequestCommandKind.IssueInvoice when state.Contract.AgreementVersion == 0 => DataRequestRefusal.AgreementIsMissing.Because(),
        RequestCommandKind.ApproveRelease when !facts.Contract.IsSettled => DataRequestRefusal.FeeIsNotSettled.Because(),
        RequestCommandKind.PrepareRelease or RequestCommandKind.ApproveRelease when state.Pause is not null => DataRequestRefusal.AccessIsPaused.Because(),
        _ => null,
    };

    public static Result<ImmutableArray<RequestEvent>> Accept(RequestState state, AcceptTerms accept, RequestFacts facts) =>
        state.Contract.AgreementVersion == 0 ? DataRequestRefusal.AgreementIsMissing
        : accept.AgreementVersion != (facts.Contract.Agreement?.Version ?? state.Contract.AgreementVersion) ? DataRequestRefusal.AgreementHasChanged
        : state.Application.Find(facts.Actor.UserId)!.AcceptedVersion == accept.AgreementVersion ? ImmutableArray<RequestEvent>.Empty
        : Happens(new TermsAccepted(facts.Actor.UserId, accept.AgreementVersion, facts.Now));

    public static Result<ImmutableArray<RequestEvent>> Decline(RequestState state, DeclineToFulfil decline, RequestFacts facts) =>
        string.IsNullOrWhiteSpace(decline.Reason) ? DataRequestRefusal.ReasonIsMissing
        : Happens(new DecliningProposed(new DecliningProposal(facts.Actor.UserId, decline.Reason, facts.Now)));

    public static Result<ImmutableArray<RequestEvent>> ApproveDeclining(RequestState state, RequestFacts facts) => state.Contract.Declining switch
    {
        null => DataRequestRefusal.DecliningIsNotProposed,
        { } proposal when proposal.By == facts.Actor.UserId => DataRequestRefusal.SecondPersonIsNeeded,
        { } proposal => Happens(new StageEntered(RequestStage.NotFulfilled, proposal.Reason, facts.Now)),
    };

    /// <summary>Which command of the table a leaf's command is.</summary>
    public static RequestCommandKind KindOf(AgreementCommand command) => command switch
    {
        Agreements.RequestChanges => RequestCommandKind.RequestChanges,
        Agreements.SignAgreement => RequestCommandKind.SignAgreement,
        Agreements.Countersign => RequestCommandKind.Countersign,
        Agreements.AttachSignedScan => RequestCommandKind.AttachSignedScan,
        Agreements.AttestScan => RequestCommandKind.AttestScan,
        AnswerChanges => RequestCommandKind.AnswerChanges,
        Agreements.DeclineAgreement => RequestCommandKind.DeclineAgreement,
        _ => RequestCommandKind.None,
    };

    // Estimates come from the price book by a command of the request itself.
    public static RequestCommandKind KindOf(LedgerCommand command) =>
        command is not (IssueEstimate or ReviseEstimate) && Enum.TryParse<RequestCommandKind>(command.GetType().Name, out var kind) ? kind : RequestCommandKind.None;

    public static RequestCommandKind KindOf(ReleaseCommand command) => command switch
    {
        PrepareRelease => RequestCommandKind.PrepareRelease,
        Releases.ApproveRelease => RequestCommandKind.ApproveRelease,
        Releases.RejectRelease => RequestCommandKind.RejectRelease,
        RecordDownload => RequestCommandKind.Download,
        InspectFile => RequestCommandKind.InspectRelease,
        _ => RequestCommandKind.None,
    };

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
