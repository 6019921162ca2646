using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Payments by hand: recorded by one person, confirmed by another against the bank's statement.</summary>
internal static class PaymentRules
{
    public static Result<ImmutableArray<LedgerEvent>> Record(LedgerDraft draft, RecordPayment record)
    {
        if (Fault(draft.State, record) is { } fault)
            return fault;
        var entry = EntryRules.Entry(draft, record.PaymentId, EntryKind.Payment, record.AgreementVersion, record.Amount) with
        {
            Means = record.Means,
            BankReference = EntryRules.Reference(record.BankReference),
        };
        return EntryRules.Once(draft, entry, next => next.State.Find(record.AgreementVersion)?.Invoice is null
            ? BillingRefusal.InvoiceIsMissing
            : next.Then(new EntryRecorded(entry)).End());
    }

    public static Result<ImmutableArray<LedgerEvent>> Confirm(LedgerDraft draft, ConfirmPayment confirm)
    {
        var found = EntryRules.ForSecondPerson(draft, confirm.PaymentId, EntryKind.Payment);
        if (found.IsRefused)
            return found.Refusal;
        return EntryRules.IsReference(confirm.BankReference) && EntryRules.Reference(confirm.BankReference) == found.Value.BankReference
            ? Count(EntryRules.Decide(draft, found.Value, EntryStanding.Done), found.Value).End()
            : BillingRefusal.BankReferenceDiffers;
    }

    /// <summary>Writes a payment's line, and those of what waited for it.</summary>
    public static LedgerDraft Count(LedgerDraft draft, LedgerEntry payment) =>
        TakingBack.Waiting(draft.Write(payment.AgreementVersion, LineKind.Payment, -payment.Amount, payment.EntryId), payment.EntryId);

    private static BillingRefusal? Fault(LedgerState state, RecordPayment record)
    {
        if (!EntryRules.IsId(record.PaymentId))
            return BillingRefusal.IdIsWrong;
        if (!EntryRules.IsReference(record.BankReference))
            return BillingRefusal.BankReferenceIsMissing;
        return record.Means is PaymentMeans.Wire or PaymentMeans.Cheque or PaymentMeans.PurchaseOrder
            ? Money.Fault(record.Amount, record.Currency, state.Currency)
            : BillingRefusal.MeansAreMissing;
    }
}
