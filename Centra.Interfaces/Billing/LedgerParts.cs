using System.Collections.Immutable;
using Orleans;

namespace Centra.Billing;

/// <summary>A line of an estimate or invoice.</summary>
/// <param name="Code">What it is, for machines: the price line or discount of the price book.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">Of one; negative for a discount.</param>
/// <param name="Amount">Quantity times unit price, to the cent, a half cent away from zero.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.cost-line")]
public sealed record CostLine(
    [property: Id(0)] string Code, [property: Id(1)] string Description, [property: Id(2)] decimal Quantity, [property: Id(3)] decimal UnitPrice, [property: Id(4)] decimal Amount);

/// <summary>A version of the estimate: the cost exhibit of the agreement.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="PriceBookVersion">Where its prices come from.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Lines">What it is made of.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Note">Why it was revised; null for the first.</param>
/// <param name="By">Who issued it.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.estimate")]
public sealed record Estimate(
    [property: Id(0)] int Version, [property: Id(1)] int PriceBookVersion, [property: Id(2)] string Currency, [property: Id(3)] ImmutableArray<CostLine> Lines,
    [property: Id(4)] decimal Total, [property: Id(5)] string? Note, [property: Id(6)] string By, [property: Id(7)] DateTimeOffset At);

/// <summary>An invoice.</summary>
/// <param name="Number">Its number, unique and never reused.</param>
/// <param name="EstimateVersion">The estimate that was accepted.</param>
/// <param name="AcceptedEstimate">What was accepted.</param>
/// <param name="Lines">What is asked for.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="By">Who issued it.</param>
/// <param name="At">When.</param>
/// <param name="Parties">Who asks whom.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.invoice")]
public sealed record Invoice(
    [property: Id(0)] string Number, [property: Id(1)] int EstimateVersion, [property: Id(2)] decimal AcceptedEstimate, [property: Id(3)] ImmutableArray<CostLine> Lines,
    [property: Id(4)] decimal Total, [property: Id(5)] string Currency, [property: Id(6)] string By, [property: Id(7)] DateTimeOffset At,
    [property: Id(8)] InvoiceParties? Parties = null);

/// <summary>Who asks whom for a fee: names and addresses of institutions, as they stand on the invoice. Each has 1 to 500 characters.</summary>
/// <param name="From">The society.</param>
/// <param name="BillTo">The institution, with what it wants to be named, such as a purchase order.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.parties")]
public sealed record InvoiceParties([property: Id(0)] string From, [property: Id(1)] string BillTo);

/// <summary>A determination that there is no fee.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who determined it.</param>
/// <param name="At">When.</param>
/// <param name="ApprovedBy">The second person; null while it waits.</param>
/// <param name="ApprovedAt">When it was approved.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.no-fee")]
public sealed record NoFee(
    [property: Id(0)] string Reason, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string? ApprovedBy, [property: Id(4)] DateTimeOffset? ApprovedAt);

/// <summary>A line of a ledger. Never changed.</summary>
/// <param name="Number">Its place among all lines of the request, 1 for the first.</param>
/// <param name="AgreementVersion">Of which ledger.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Positive adds to what is owed; never zero.</param>
/// <param name="EntryId">The entry that it comes from; the invoice number for an invoice; null for what follows from another line.</param>
/// <param name="Counterpart">For a carried balance, the agreement version that has the other half.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.line")]
public sealed record LedgerLine(
    [property: Id(0)] int Number, [property: Id(1)] int AgreementVersion, [property: Id(2)] LineKind Kind, [property: Id(3)] decimal Amount,
    [property: Id(4)] string? EntryId, [property: Id(5)] int? Counterpart, [property: Id(6)] string By, [property: Id(7)] DateTimeOffset At);

/// <summary>A payment, refund, waiver or reversal, as it was entered or told.</summary>
/// <param name="EntryId">What it is known by.</param>
/// <param name="Kind">What it is.</param>
/// <param name="AgreementVersion">Of which ledger; 0 while what it is about is not there.</param>
/// <param name="Amount">How much; positive.</param>
/// <param name="Means">How it came.</param>
/// <param name="PaymentId">The payment that a reversal, or a provider's refund, is about.</param>
/// <param name="BankReference">The bank's reference.</param>
/// <param name="Reason">Why.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="RecordedBy">Who entered it; <c>webhook:payments</c> for what the provider told.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="DecidedBy">The second person.</param>
/// <param name="DecidedAt">When.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.entry")]
public sealed record LedgerEntry(
    [property: Id(0)] string EntryId, [property: Id(1)] EntryKind Kind, [property: Id(2)] int AgreementVersion, [property: Id(3)] decimal Amount,
    [property: Id(4)] PaymentMeans Means, [property: Id(5)] string? PaymentId, [property: Id(6)] string? BankReference, [property: Id(7)] string? Reason,
    [property: Id(8)] EntryStanding Standing, [property: Id(9)] string RecordedBy, [property: Id(10)] DateTimeOffset RecordedAt,
    [property: Id(11)] string? DecidedBy, [property: Id(12)] DateTimeOffset? DecidedAt);
