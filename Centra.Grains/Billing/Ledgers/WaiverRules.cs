using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Waivers: at most what is owed, when they are recorded and again when they are approved.</summary>
internal static class WaiverRules
{
    public static Result<ImmutableArray<LedgerEvent>> Record(LedgerDraft draft, WaiveFee waive)
    {
        if (!EntryRules.IsId(waive.WaiverId))
            return BillingRefusal.IdIsWrong;
        if (!EntryRules.IsReason(waive.Reason))
            return BillingRefusal.ReasonIsMissing;
        if (Money.Fault(waive.Amount, waive.Currency, draft.State.Currency) is { } fault)
            return fault;
        var entry = EntryRules.Entry(draft, waive.WaiverId, EntryKind.Waiver, waive.AgreementVersion, waive.Amount) with { Reason = waive.Reason.Trim() };
        return EntryRules.Once(draft, entry, next => Refused(next.State, entry) is { } refusal ? refusal : next.Then(new EntryRecorded(entry)).End());
    }

    public static Result<ImmutableArray<LedgerEvent>> Approve(LedgerDraft draft, string waiverId)
    {
        var found = EntryRules.ForSecondPerson(draft, waiverId, EntryKind.Waiver);
        if (found.IsRefused)
            return found.Refusal;
        var waiver = found.Value;
        return Refused(draft.State, waiver) is { } refusal
            ? refusal
            : EntryRules.Decide(draft, waiver, EntryStanding.Done).Write(waiver.AgreementVersion, LineKind.Waiver, -waiver.Amount, waiver.EntryId).End();
    }

    private static BillingRefusal? Refused(LedgerState state, LedgerEntry waiver) => state.Find(waiver.AgreementVersion) switch
    {
        null or { Invoice: null } => BillingRefusal.InvoiceIsMissing,
        { Standing: not LedgerStanding.Open } => BillingRefusal.LedgerIsClosed,
        { } ledger => waiver.Amount > ledger.Balance ? BillingRefusal.WaiverIsAboveTheBalance : null,
    };
}
