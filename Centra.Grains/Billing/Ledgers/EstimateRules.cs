using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Issuing and revising estimates.</summary>
internal static class EstimateRules
{
    public static Result<ImmutableArray<LedgerEvent>> Issue(LedgerDraft draft, int priceBookVersion, string currency, ImmutableArray<CostLine> lines, string? note)
    {
        if (!Money.IsCurrency(currency))
            return BillingRefusal.CurrencyIsWrong;
        if (Money.Fault(lines) is { } fault)
            return fault;
        return draft.Then(new EstimateIssued(new Estimate(
            draft.State.Estimates.Length + 1, priceBookVersion, currency, Exact(lines), Money.Cents(lines.Sum(line => line.Amount)), note, draft.On.By, draft.On.At))).End();
    }

    public static Result<ImmutableArray<LedgerEvent>> Revise(LedgerDraft draft, ReviseEstimate revise)
    {
        if (!EntryRules.IsReason(revise.Note))
            return BillingRefusal.ReasonIsMissing;
        return revise.Currency != draft.State.Currency
            ? BillingRefusal.CurrencyIsAnother
            : Issue(draft, revise.PriceBookVersion, revise.Currency, revise.Lines, revise.Note.Trim());
    }

    /// <summary>Lines with amounts as they are stored.</summary>
    public static ImmutableArray<CostLine> Exact(ImmutableArray<CostLine> lines) =>
        [.. lines.Select(line => line with { UnitPrice = Money.Cents(line.UnitPrice), Amount = Money.Cents(line.Amount) })];
}
