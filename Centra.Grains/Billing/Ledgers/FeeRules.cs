using System.Collections.Immutable;

namespace Centra.Billing;

/// <summary>Determining the fee of an agreement version: by invoice, or as none; and cancelling it.</summary>
internal static class FeeRules
{
    public static Result<ImmutableArray<LedgerEvent>> Issue(LedgerDraft draft, IssueInvoice issue)
    {
        if (Closed(draft.State, issue.AgreementVersion) is { } closed)
            return closed;
        if (draft.State.Estimates.FirstOrDefault(known => known.Version == issue.EstimateVersion) is not { } estimate)
            return BillingRefusal.EstimateNotFound;
        if (estimate.Total != issue.AcceptedEstimate)
            return BillingRefusal.AcceptedEstimateIsAnother;
        var lines = issue.Lines.IsDefaultOrEmpty ? estimate.Lines : EstimateRules.Exact(issue.Lines);
        if (Money.Fault(lines) is { } fault)
            return fault;
        if (issue.Parties is { } parties && (!IsParty(parties.From) || !IsParty(parties.BillTo)))
            return BillingRefusal.PartiesAreWrong;
        return lines.Sum(line => line.Amount) switch
        {
            0 => BillingRefusal.InvoiceIsOfNothing,
            var total when total > issue.AcceptedEstimate => BillingRefusal.InvoiceIsAboveTheAcceptedEstimate,
            var total => Issue(draft, issue.AgreementVersion, new Invoice(
                InvoiceNumbers.From(draft.On.Id, draft.On.At), estimate.Version, estimate.Total, lines, Money.Cents(total), draft.State.Currency, draft.On.By, draft.On.At, issue.Parties)),
        };
    }

    public static Result<ImmutableArray<LedgerEvent>> DetermineNone(LedgerDraft draft, DetermineNoFee determine)
    {
        if (Closed(draft.State, determine.AgreementVersion) is { } closed)
            return closed;
        return EntryRules.IsReason(determine.Reason)
            ? draft.Then(new NoFeeDetermined(determine.AgreementVersion, new NoFee(determine.Reason.Trim(), draft.On.By, draft.On.At, null, null))).End()
            : BillingRefusal.ReasonIsMissing;
    }

    public static Result<ImmutableArray<LedgerEvent>> ApproveNone(LedgerDraft draft, int version)
    {
        if (Closed(draft.State, version) is { } closed)
            return closed;
        return draft.State.Find(version)?.NoFee switch
        {
            null => BillingRefusal.NoFeeIsNotDetermined,
            { } noFee when noFee.By == draft.On.By => BillingRefusal.SecondPersonIsNeeded,
            _ => Carrying.Supersede(draft.Then(new NoFeeApproved(version, draft.On.By, draft.On.At)), version).End(),
        };
    }

    public static Result<ImmutableArray<LedgerEvent>> Cancel(LedgerDraft draft, CancelFee cancel)
    {
        if (!EntryRules.IsReason(cancel.Reason))
            return BillingRefusal.ReasonIsMissing;
        return draft.State.Find(cancel.AgreementVersion)?.Standing switch
        {
            null or LedgerStanding.Cancelled => ImmutableArray<LedgerEvent>.Empty,
            LedgerStanding.Superseded => BillingRefusal.AgreementVersionIsSuperseded,
            _ => Carrying.Cancel(draft, cancel.AgreementVersion).Then(new FeeCancelled(cancel.AgreementVersion, cancel.Reason.Trim())).End(),
        };
    }

    private static Result<ImmutableArray<LedgerEvent>> Issue(LedgerDraft draft, int version, Invoice invoice) => Carrying.Supersede(
        draft.Then(new InvoiceIssued(version, invoice)).Write(version, LineKind.Invoice, invoice.Total, invoice.Number), version).End();

    private static bool IsParty(string? party) => party?.Trim() is { Length: > 0 and <= 500 };

    private static BillingRefusal? Closed(LedgerState state, int version)
    {
        if (version < 1)
            return BillingRefusal.AgreementVersionIsWrong;
        if (state.Ledgers.Any(ledger => ledger.AgreementVersion > version))
            return BillingRefusal.AgreementVersionIsSuperseded;
        return state.Find(version) switch
        {
            { Standing: not LedgerStanding.Open } => BillingRefusal.LedgerIsClosed,
            { IsFeeDetermined: true } => BillingRefusal.FeeIsDeterminedAlready,
            _ => null,
        };
    }
}
