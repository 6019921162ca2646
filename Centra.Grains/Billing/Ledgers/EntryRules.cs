using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Centra.Billing;

/// <summary>What all entries have in common: their ids, that each happens once, and that a second person decides.</summary>
internal static partial class EntryRules
{
    private const int LongestReference = 100;

    public static bool IsId(string? id) => id is not null && Id().IsMatch(id);

    public static bool IsReason(string? reason) => reason?.Trim() is { Length: >= 3 and <= 1000 };

    public static bool IsReference(string? reference) => reference?.Trim() is { Length: > 0 and <= LongestReference };

    /// <summary>A bank reference as it is kept: people type it, so blanks around it and the case of letters do not count.</summary>
    public static string Reference(string reference) => reference.Trim().ToUpperInvariant();

    /// <summary>Records an entry once: nothing happens when it is there with the same content, another content is refused.</summary>
    public static Result<ImmutableArray<LedgerEvent>> Once(LedgerDraft draft, LedgerEntry entry, Func<LedgerDraft, Result<ImmutableArray<LedgerEvent>>> record) => draft.State.Entry(entry.EntryId) switch
    {
        null when IsReferenceUsed(draft.State, entry) => BillingRefusal.BankReferenceIsUsedAlready,
        null => record(draft),
        { } known => IsSame(known, entry) ? ImmutableArray<LedgerEvent>.Empty : BillingRefusal.EntryIdWasUsedForAnother,
    };

    /// <summary>The entry, if it waits for a second person and this is one.</summary>
    public static Result<LedgerEntry> ForSecondPerson(LedgerDraft draft, string? entryId, EntryKind kind) => draft.State.Entry(entryId, kind) switch
    {
        null => BillingRefusal.EntryNotFound,
        { Standing: not EntryStanding.Pending } => BillingRefusal.EntryIsDecided,
        { } entry when entry.RecordedBy == draft.On.By => BillingRefusal.SecondPersonIsNeeded,
        { } entry => entry,
    };

    public static Result<ImmutableArray<LedgerEvent>> Reject(LedgerDraft draft, RejectEntry reject)
    {
        if (!IsReason(reject.Reason))
            return BillingRefusal.ReasonIsMissing;
        return draft.State.Entry(reject.EntryId) switch
        {
            null => BillingRefusal.EntryNotFound,
            { Standing: EntryStanding.Done or EntryStanding.Rejected } => BillingRefusal.EntryIsDecided,
            { } entry => Decide(draft, entry, EntryStanding.Rejected, reject.Reason.Trim()).End(),
        };
    }

    public static LedgerDraft Decide(LedgerDraft draft, LedgerEntry entry, EntryStanding standing, string? why = null, int? version = null) =>
        draft.Then(new EntryDecided(entry.EntryId, standing, version ?? entry.AgreementVersion, draft.On.By, draft.On.At, why));

    public static LedgerEntry Entry(LedgerDraft draft, string id, EntryKind kind, int version, decimal amount) => new(
        id, kind, version, Money.Cents(amount), PaymentMeans.None, null, null, null, EntryStanding.Pending, draft.On.By, draft.On.At, null, null);

    // What is about a payment belongs where the payment does, which is not known while the payment has not come.
    private static bool IsSame(LedgerEntry known, LedgerEntry entry) =>
        known.Kind == entry.Kind && known.Amount == entry.Amount && known.Means == entry.Means && known.PaymentId == entry.PaymentId && known.BankReference == entry.BankReference
        && (entry.PaymentId is not null || known.AgreementVersion == entry.AgreementVersion);

    private static bool IsReferenceUsed(LedgerState state, LedgerEntry entry) => entry.BankReference is not null
        && state.Entries.Any(known => known.Kind == entry.Kind && known.BankReference == entry.BankReference && known.Standing is not EntryStanding.Rejected);

    [GeneratedRegex(@"^[A-Za-z0-9._:\-]{1,100}\z")]
    private static partial Regex Id();
}
