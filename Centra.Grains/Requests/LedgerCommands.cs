using Centra.Billing;

namespace Centra.Requests;

/// <summary>Fills in what the request knows better than who sends: the agreement's version, and what its signature accepted. Pure.</summary>
internal static class LedgerCommands
{
    public static LedgerCommand Of(RequestState state, LedgerCommand command, RequestFacts facts, LedgerView? ledger)
    {
        var version = facts.Contract.Agreement?.Version ?? state.Contract.AgreementVersion;
        return command switch
        {
            IssueInvoice invoice => Invoice(invoice, version, facts, ledger),
            DetermineNoFee none => none with { AgreementVersion = version },
            ApproveNoFee none => none with { AgreementVersion = version },
            CancelFee fee => fee with { AgreementVersion = version },
            RecordPayment payment => payment with { AgreementVersion = version },
            RecordRefund refund => refund with { AgreementVersion = version },
            WaiveFee waiver => waiver with { AgreementVersion = version },
            _ => command,
        };
    }

    // Without lines of its own an invoice is the estimate.
    private static IssueInvoice Invoice(IssueInvoice invoice, int version, RequestFacts facts, LedgerView? ledger)
    {
        var estimate = ledger?.Estimates.LastOrDefault();
        return new IssueInvoice(
            version, facts.Contract.Agreement?.AcceptedEstimate ?? 0, facts.Contract.Agreement?.EstimateVersion ?? 0,
            invoice.Lines.IsDefaultOrEmpty ? estimate?.Lines ?? [] : invoice.Lines, invoice.Parties);
    }
}
