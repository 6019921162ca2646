using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Refunds by hand: at most the credit, when they are recorded and again when they are approved.</summary>
internal static class RefundRules
{
    public static Result<ImmutableArray<LedgerEvent>> Record(LedgerDraft draft, RecordRefund record)
    {
        if (Fault(draft.State, record) is { } fault)
            return fault;
        var entry = EntryRules.Entry(draft, record.RefundId, EntryKind.Refund, record.AgreementVersion, record.Amount) with
        {
            BankReference = EntryRules.Reference(record.BankReference),
            Reason = record.Reason.Trim(),
        };
        return EntryRules.Once(draft, entry, next => record.Amount > Free(next.State, record.AgreementVersion)
            ? BillingRefusal.RefundIsAboveTheCredit
            : next.Then(new EntryRecorded(entry)).End());
    }

    public static Result<ImmutableArray<LedgerEvent>> Approve(LedgerDraft draft, string refundId)
    {
        var found = EntryRules.ForSecondPerson(draft, refundId, EntryKind.Refund);
        if (found.IsRefused)
            return found.Refusal;
        var refund = found.Value;
        return refund.Amount > draft.State.Get(refund.AgreementVersion).RefundDue
            ? BillingRefusal.RefundIsAboveTheCredit
            : EntryRules.Decide(draft, refund, EntryStanding.Done).Write(refund.AgreementVersion, LineKind.Refund, refund.Amount, refund.EntryId).End();
    }

    private static decimal Free(LedgerState state, int version) => (state.Find(version)?.RefundDue ?? 0) - state.Entries
        .Where(entry => entry.Kind is EntryKind.Refund && entry.Standing is EntryStanding.Pending && entry.AgreementVersion == version).Sum(entry => entry.Amount);

    private static BillingRefusal? Fault(LedgerState state, RecordRefund record)
    {
        if (!EntryRules.IsId(record.RefundId))
            return BillingRefusal.IdIsWrong;
        if (!EntryRules.IsReference(record.BankReference))
            return BillingRefusal.BankReferenceIsMissing;
        return EntryRules.IsReason(record.Reason) ? Money.Fault(record.Amount, record.Currency, state.Currency) : BillingRefusal.ReasonIsMissing;
    }
}
