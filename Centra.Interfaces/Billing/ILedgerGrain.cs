using Orleans;
using Orleans.Concurrency;

namespace Centra.Billing;

/// <summary>
/// The money of one request: its estimates, and one ledger for each version of its agreement. Key: <c>ledger/REQUESTID</c>.
/// Knows no stages; guards sums, versions and that two persons act where two are needed. Calls nobody.
/// </summary>
[Alias("centra.billing.ledger")]
public interface ILedgerGrain : IRecordedGrain
{
    /// <summary>
    /// Carries out a command, once. Beside the command's id, payments, refunds, waivers and reversals are known by their own ids: the same
    /// id with the same content changes nothing, with another content it is refused with <see cref="BillingRefusal.EntryIdWasUsedForAnother"/>.
    /// </summary>
    [Alias("handle")]
    Task<Result<LedgerView>> Handle(CommandContext context, LedgerCommand command);

    /// <summary>Everything about the money of this request. Refused with <see cref="BillingRefusal.LedgerNotFound"/> before the first estimate.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<LedgerView>> View();

    /// <summary>What the request has to know before it moves on. Never refused: an agreement version without a ledger has no determined fee.</summary>
    /// <param name="agreementVersion">The version of the agreement.</param>
    [ReadOnly, Alias("facts")]
    Task<LedgerFacts> Facts(int agreementVersion);
}
