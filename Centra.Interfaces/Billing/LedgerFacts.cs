using Orleans;

namespace Centra.Billing;

/// <summary>What a request has to know of its money. Amounts in <see cref="Currency"/>, two decimals.</summary>
/// <param name="EstimateVersion">The latest estimate; 0 before the first.</param>
/// <param name="EstimateTotal">Its total; null before the first.</param>
/// <param name="Currency">ISO 4217; empty before the first estimate.</param>
/// <param name="IsFeeDetermined">Whether somebody determined the fee of this agreement version: by an invoice, or as none with reason and a second person. Nothing determined is not zero.</param>
/// <param name="Balance">What is owed: positive is owed to the society, negative is the requester's credit.</param>
/// <param name="IsSettled">Whether the fee is determined and the balance is zero or in credit. A cent too little is not settled.</param>
/// <param name="HasUnresolvedReversal">Whether a payment was taken back (chargeback) and something has been owed ever since.</param>
/// <param name="RefundDue">The credit that is to be paid back; 0 where there is none.</param>
/// <param name="LastMovementAt">When something was last entered, decided or booked, of any version; null: never.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.facts")]
public sealed record LedgerFacts(
    [property: Id(0)] int EstimateVersion,
    [property: Id(1)] decimal? EstimateTotal,
    [property: Id(2)] string Currency,
    [property: Id(3)] bool IsFeeDetermined,
    [property: Id(4)] decimal Balance,
    [property: Id(5)] bool IsSettled,
    [property: Id(6)] bool HasUnresolvedReversal,
    [property: Id(7)] decimal RefundDue,
    [property: Id(8)] DateTimeOffset? LastMovementAt = null);
