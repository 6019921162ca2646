using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;
using Kind = Centra.Requests.RequestCommandKind;

namespace Centra.Requests;

/// <summary>
/// What agreement, ledger and release would refuse as they stand, told beforehand, so that nothing is offered that is done already. They decide
/// for themselves when a command comes: here nothing is refused. Pure.
/// </summary>
internal static class LeafObstacles
{
    public static Refusal? Of(Kind kind, RequestFacts facts) =>
        Agreement(kind, facts.Contract.Agreement) ?? Money(kind, facts.Contract) ?? Release(kind, facts.Contract.Release, facts.Actor.UserId);

    private static Refusal? Agreement(Kind kind, AgreementFacts? agreement) => (kind, agreement) switch
    {
        (Kind.IssueAgreement, not null) => AgreementRefusal.AgreementWasIssuedAlready.Because(),
        (Kind.IssueAgreement or < Kind.IssueAgreement or > Kind.AnswerChanges or Kind.ReviseEstimate, _) => null,
        (_, null) => AgreementRefusal.AgreementNotFound.Because(),
        (_, { IsFullyExecuted: true }) => AgreementRefusal.AgreementIsExecuted.Because(),
        (_, { IsDeclined: true }) => AgreementRefusal.AgreementHasEnded.Because(),
        (Kind.AnswerChanges, { HasOpenChangeRequest: false }) => AgreementRefusal.NoChangesAreRequested.Because(),
        (Kind.SignAgreement or Kind.Countersign or Kind.AttachSignedScan or Kind.AttestScan, { HasOpenChangeRequest: true }) => AgreementRefusal.ChangesAreRequested.Because(),
        (Kind.SignAgreement or Kind.AttachSignedScan or Kind.AttestScan, { AcceptedEstimate: not null }) => AgreementRefusal.InstitutionHasSignedAlready.Because(),
        (Kind.Countersign, { AcceptedEstimate: null }) => AgreementRefusal.InstitutionHasNotSigned.Because(),
        _ => null,
    };

    private static Refusal? Money(Kind kind, ContractFacts contract) => (kind, contract) switch
    {
        (Kind.IssueEstimate, { Ledger.EstimateVersion: > 0 }) => BillingRefusal.EstimateIsIssuedAlready.Because(),
        (Kind.ReviseEstimate, not { Ledger.EstimateVersion: > 0 }) => BillingRefusal.LedgerNotFound.Because(),
        (Kind.ReviseEstimate, { Agreement.IsFullyExecuted: true }) => AgreementRefusal.AgreementIsExecuted.Because(),
        (Kind.IssueInvoice or Kind.DetermineNoFee, { Ledger.IsFeeDetermined: true }) => BillingRefusal.FeeIsDeterminedAlready.Because(),
        (Kind.IssueInvoice, { Agreement.AcceptedEstimate: null }) => AgreementRefusal.InstitutionHasNotSigned.Because(),
        _ => null,
    };

    private static Refusal? Release(Kind kind, ReleaseFacts? release, string actor) => (kind, release) switch
    {
        (not (Kind.ApproveRelease or Kind.RejectRelease), _) => null,
        (_, not { Version: > 0 }) => ReleaseRefusal.ReleaseNotFound.Because(),
        (_, { Standing: ReleaseStanding.Building or ReleaseStanding.Failed }) => ReleaseRefusal.ReleaseIsNotPrepared.Because(),
        (_, { Standing: ReleaseStanding.Approved or ReleaseStanding.Rejected }) => ReleaseRefusal.ReleaseIsDecidedAlready.Because(),
        (Kind.ApproveRelease, { } one) when one.PreparedBy == actor => ReleaseRefusal.SecondPersonIsNeeded.Because(),
        _ => null,
    };
}
