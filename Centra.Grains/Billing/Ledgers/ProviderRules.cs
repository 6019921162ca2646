using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>What the payment provider tells. Its messages may come twice, late, and in any order.</summary>
internal static class ProviderRules
{
    public static Result<ImmutableArray<LedgerEvent>> Receive(LedgerDraft draft, ReceiveProviderEvent receive)
    {
        var told = receive.Told;
        if (!EntryRules.IsId(told.PaymentId) || (told.Kind is not ProviderEventKind.Payment && !EntryRules.IsId(told.MovementId)))
            return BillingRefusal.IdIsWrong;
        if (Money.Fault(told.Amount, told.Currency, draft.State.Currency) is { } fault)
            return fault;
        if (draft.State.Ledgers.FirstOrDefault(known => known.Invoice?.Number == told.InvoiceNumber) is not { } ledger)
            return BillingRefusal.InvoiceNotFound;
        return told.Kind switch
        {
            ProviderEventKind.Payment => Payment(draft, receive, ledger.AgreementVersion),
            ProviderEventKind.Refund => Back(draft, told, EntryKind.Refund, ledger.AgreementVersion),
            ProviderEventKind.Reversal => Back(draft, told, EntryKind.Reversal, ledger.AgreementVersion),
            ProviderEventKind.None => BillingRefusal.IdIsWrong,
            _ => throw new InvalidOperationException($"Nothing decides {told.Kind}."),
        };
    }

    // A provider that knows no bank reference: its own id of the payment is what a person finds in its statement.
    private static Result<ImmutableArray<LedgerEvent>> Payment(LedgerDraft draft, ReceiveProviderEvent receive, int version)
    {
        var payment = EntryRules.Entry(draft, receive.Told.PaymentId, EntryKind.Payment, version, receive.Told.Amount) with
        {
            Means = PaymentMeans.Provider,
            BankReference = EntryRules.Reference(EntryRules.IsReference(receive.Told.Reference) ? receive.Told.Reference! : receive.Told.PaymentId),
            Standing = receive.IsAssigned ? EntryStanding.Pending : EntryStanding.Done,
        };
        return EntryRules.Once(draft, payment, next =>
        {
            var recorded = next.Then(new EntryRecorded(payment));
            return (receive.IsAssigned ? recorded : PaymentRules.Count(recorded, payment)).End();
        });
    }

    private static Result<ImmutableArray<LedgerEvent>> Back(LedgerDraft draft, ProviderEvent told, EntryKind kind, int version)
    {
        var entry = EntryRules.Entry(draft, told.MovementId!, kind, version, told.Amount) with { Means = PaymentMeans.Provider, PaymentId = told.PaymentId };
        return EntryRules.Once(draft, entry, next => next.State.Entry(told.PaymentId) switch
        {
            null or { Kind: EntryKind.Payment, Standing: EntryStanding.Pending } => next.Then(new EntryRecorded(entry with { Standing = EntryStanding.Waiting })).End(),
            { Kind: not EntryKind.Payment } => BillingRefusal.EntryIdWasUsedForAnother,
            { } payment => TakingBack.FromPayment(next, entry, payment),
        });
    }
}
