using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>The rules of ledgers. Pure. (Design: requests.md, "Money" and "Invariants".)</summary>
public static class LedgerRules
{
    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<LedgerEvent>> Decide(LedgerState state, LedgerCommand command, Occasion on)
    {
        var draft = LedgerDraft.Of(state, on);
        return (command, state.Estimates.IsEmpty) switch
        {
            (IssueEstimate issue, true) => EstimateRules.Issue(draft, issue.PriceBookVersion, issue.Currency, issue.Lines, null),
            (IssueEstimate, false) => BillingRefusal.EstimateIsIssuedAlready,
            (_, true) => BillingRefusal.LedgerNotFound,
            (ReviseEstimate revise, _) => EstimateRules.Revise(draft, revise),
            (IssueInvoice issue, _) => FeeRules.Issue(draft, issue),
            (DetermineNoFee determine, _) => FeeRules.DetermineNone(draft, determine),
            (ApproveNoFee approve, _) => FeeRules.ApproveNone(draft, approve.AgreementVersion),
            (CancelFee cancel, _) => FeeRules.Cancel(draft, cancel),
            (RecordPayment record, _) => PaymentRules.Record(draft, record),
            (ConfirmPayment confirm, _) => PaymentRules.Confirm(draft, confirm),
            (RecordRefund record, _) => RefundRules.Record(draft, record),
            (ApproveRefund approve, _) => RefundRules.Approve(draft, approve.RefundId),
            (WaiveFee waive, _) => WaiverRules.Record(draft, waive),
            (ApproveWaiver approve, _) => WaiverRules.Approve(draft, approve.WaiverId),
            (RejectEntry reject, _) => EntryRules.Reject(draft, reject),
            (RecordReversal record, _) => TakingBack.Record(draft, record),
            (RemoveLedger remove, _) => ImmutableArray.Create<LedgerEvent>(new ContentRemoved(remove.Rule, on.At)),
            (ReceiveProviderEvent receive, _) => ProviderRules.Receive(draft, receive),
            _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
        };
    }

    /// <summary>What the request has to know of an agreement version.</summary>
    public static LedgerFacts Facts(LedgerState state, int agreementVersion)
    {
        var (estimate, ledger) = (state.Estimates.LastOrDefault(), state.Find(agreementVersion));
        return new LedgerFacts(
            estimate?.Version ?? 0, estimate?.Total, state.Currency, ledger?.IsFeeDetermined ?? false, ledger?.Balance ?? 0.00m, ledger?.IsSettled ?? false,
            state.HasOpenReversal, ledger?.RefundDue ?? 0.00m, LastMovement(state));
    }

    private static DateTimeOffset? LastMovement(LedgerState state) =>
        state.Entries.Select(entry => entry.DecidedAt ?? entry.RecordedAt).Concat(state.Lines.Select(line => line.At)).Select(at => (DateTimeOffset?)at).Max();
}
