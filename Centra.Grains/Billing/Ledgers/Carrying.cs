namespace Centra.Billing;

/// <summary>
/// What becomes of a ledger that a newer agreement version replaces: its fee is cancelled, and what is left, credit or debt, carried over by
/// a pair of lines. So the fee is asked for once, and money that still comes under the old invoice counts where it is needed.
/// </summary>
internal static class Carrying
{
    /// <summary>Closes all earlier ledgers in favour of a version.</summary>
    public static LedgerDraft Supersede(LedgerDraft draft, int by) => draft.State.Ledgers
        .Where(ledger => ledger.AgreementVersion < by && ledger.Standing is not LedgerStanding.Superseded)
        .Aggregate(draft, (next, ledger) => Cancel(next, ledger.AgreementVersion).Then(new LedgerSuperseded(ledger.AgreementVersion, by)));

    /// <summary>Takes back what is still asked for as a fee: what was invoiced and not waived.</summary>
    public static LedgerDraft Cancel(LedgerDraft draft, int version)
    {
        var fee = draft.State.Lines
            .Where(line => line.AgreementVersion == version && line.Kind is (LineKind.Invoice or LineKind.Waiver or LineKind.Cancellation))
            .Sum(line => line.Amount);
        return fee > 0 ? draft.Write(version, LineKind.Cancellation, -fee, null) : draft;
    }

    /// <summary>Carries every balance of a superseded ledger. Versions only rise, so one pass is enough.</summary>
    public static LedgerDraft All(LedgerDraft draft) => draft.State.Ledgers.Where(ledger => ledger.Standing is LedgerStanding.Superseded)
        .Aggregate(draft, (next, ledger) => Carry(next, next.State.Get(ledger.AgreementVersion)));

    // The receiving half first: a debt is never out of both ledgers.
    private static LedgerDraft Carry(LedgerDraft draft, AgreementLedger from) => from.Balance == 0
        ? draft
        : draft.Write(from.SupersededBy, LineKind.Carried, from.Balance, null, from.AgreementVersion)
            .Write(from.AgreementVersion, LineKind.Carried, -from.Balance, null, from.SupersededBy);
}
