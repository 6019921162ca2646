using Centra.Recording;

namespace Centra.Billing;

/// <summary>How ledgers are stored, and how they are shown.</summary>
internal static class LedgerForm
{
    public static RecordedForm<LedgerState, LedgerEvent, LedgerRecord> Recorded { get; } = new(Load, Save, LedgerFolding.Apply);

    public static LedgerView View(string requestId, LedgerState state) => new(
        requestId, state.Currency, state.Estimates, [.. state.Ledgers.Select(ledger => View(state, ledger))], state.Entries);

    private static AgreementLedgerView View(LedgerState state, AgreementLedger ledger) => new(
        ledger.AgreementVersion, ledger.Standing, ledger.Invoice, ledger.NoFee, [.. state.Lines.Where(line => line.AgreementVersion == ledger.AgreementVersion)],
        ledger.Balance, ledger.IsFeeDetermined, ledger.IsSettled, ledger.RefundDue);

    // A stored balance that is not the sum of the stored lines was changed by somebody: nothing is decided on it.
    private static LedgerState Load(LedgerRecord? stored)
    {
        if (stored is null)
            return LedgerState.None;
        var state = new LedgerState([.. stored.Estimates ?? []], [.. stored.Ledgers ?? []], [.. stored.Entries ?? []], [.. stored.Lines ?? []], stored.HasOpenReversal);
        foreach (var ledger in state.Ledgers.Where(ledger => ledger.Balance != state.Sum(ledger.AgreementVersion)))
            throw new LedgerDoesNotAddUpException(ledger.AgreementVersion);
        return state;
    }

    private static LedgerRecord Save(LedgerState state) => new()
    {
        Estimates = [.. state.Estimates],
        Ledgers = [.. state.Ledgers],
        Entries = [.. state.Entries],
        Lines = [.. state.Lines],
        HasOpenReversal = state.HasOpenReversal,
    };
}
