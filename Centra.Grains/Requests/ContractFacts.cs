using Centra.Agreements;
using Centra.Billing;
using Centra.Releases;

namespace Centra.Requests;

/// <summary>What agreement, ledger and release say; null where there is none.</summary>
public sealed record ContractFacts(AgreementFacts? Agreement = null, LedgerFacts? Ledger = null, ReleaseFacts? Release = null)
{
    /// <summary>Whether a fee is determined and paid. No determination is not zero.</summary>
    public bool IsSettled => Ledger is { IsFeeDetermined: true, IsSettled: true, HasUnresolvedReversal: false };
}
