using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Money of a payment that goes back: reversals by the bank, and refunds by the provider. Never more than is left of the payment.</summary>
internal static class TakingBack
{
    public static Result<ImmutableArray<LedgerEvent>> Record(LedgerDraft draft, RecordReversal record)
    {
        if (!EntryRules.IsId(record.ReversalId))
            return BillingRefusal.IdIsWrong;
        if (!EntryRules.IsReason(record.Reason))
            return BillingRefusal.ReasonIsMissing;
        if (Money.Fault(record.Amount, record.Currency, draft.State.Currency) is { } fault)
            return fault;
        if (draft.State.Entry(record.PaymentId, EntryKind.Payment) is not { } payment)
            return BillingRefusal.EntryNotFound;
        var entry = EntryRules.Entry(draft, record.ReversalId, EntryKind.Reversal, payment.AgreementVersion, record.Amount) with
        {
            PaymentId = payment.EntryId,
            Reason = record.Reason.Trim(),
        };
        return EntryRules.Once(draft, entry, next => FromPayment(next, entry, payment));
    }

    /// <summary>Takes back what is left of a payment that is in the ledger.</summary>
    public static Result<ImmutableArray<LedgerEvent>> FromPayment(LedgerDraft draft, LedgerEntry entry, LedgerEntry payment)
    {
        if (payment.Standing is not EntryStanding.Done)
            return BillingRefusal.PaymentIsNotInTheLedger;
        return entry.Amount > Left(draft.State, payment)
            ? BillingRefusal.MoreThanIsLeftOfThePayment
            : Write(draft.Then(new EntryRecorded(entry with { Standing = EntryStanding.Done, AgreementVersion = payment.AgreementVersion })), entry, payment).End();
    }

    /// <summary>What was told before its payment came. What does not fit is put aside for a person: no cent is lost without a word.</summary>
    public static LedgerDraft Waiting(LedgerDraft draft, string paymentId) => draft.State.Entries
        .Where(entry => entry.PaymentId == paymentId && entry.Standing is EntryStanding.Waiting)
        .Aggregate(draft, (next, entry) => Fit(next, entry, next.State.Entry(paymentId)!));

    private static LedgerDraft Fit(LedgerDraft draft, LedgerEntry entry, LedgerEntry payment) => entry.Amount > Left(draft.State, payment)
        ? EntryRules.Decide(draft, entry, EntryStanding.PutAside, nameof(BillingRefusal.MoreThanIsLeftOfThePayment))
        : Write(EntryRules.Decide(draft, entry, EntryStanding.Done, version: payment.AgreementVersion), entry, payment);

    private static LedgerDraft Write(LedgerDraft draft, LedgerEntry entry, LedgerEntry payment) =>
        draft.Write(payment.AgreementVersion, entry.Kind is EntryKind.Reversal ? LineKind.Reversal : LineKind.Refund, entry.Amount, entry.EntryId);

    private static decimal Left(LedgerState state, LedgerEntry payment) => payment.Amount
        - state.Entries.Where(entry => entry.PaymentId == payment.EntryId && entry.Standing is EntryStanding.Done).Sum(entry => entry.Amount);
}
