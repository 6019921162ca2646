using System.Collections.Immutable;
using Orleans;
using static Centra.Billing.BillingRefusal;

namespace Centra.Billing;

/// <summary>What can be commanded of a ledger: a closed family. Amounts are positive, in the ledger's currency, with at most two decimals.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.command")]
[RefusedWith(LedgerNotFound)]
[RefusedWith(CommandRefusal.TextIsTooLong)]
public abstract record LedgerCommand;

/// <summary>The first estimate of the cost. By Finance.</summary>
/// <param name="PriceBookVersion">The price book that the lines come from.</param>
/// <param name="Currency">ISO 4217, the price book's.</param>
/// <param name="Lines">What it is made of. Each amount is quantity times unit price, to the cent.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.issue-estimate")]
[RefusedWith(EstimateIsIssuedAlready, CurrencyIsWrong, LinesAreMissing, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, LineDoesNotAddUp, TotalIsNegative)]
public sealed record IssueEstimate(
    [property: Id(0)] int PriceBookVersion, [property: Id(1)] string Currency, [property: Id(2)] ImmutableArray<CostLine> Lines) : LedgerCommand;

/// <summary>A new version of the estimate. By Finance.</summary>
/// <param name="PriceBookVersion">The price book that the lines come from.</param>
/// <param name="Currency">As in the first estimate.</param>
/// <param name="Lines">What it is made of.</param>
/// <param name="Note">Why it was revised.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.revise-estimate")]
[RefusedWith(ReasonIsMissing, CurrencyIsAnother, CurrencyIsWrong, LinesAreMissing, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, LineDoesNotAddUp, TotalIsNegative)]
public sealed record ReviseEstimate(
    [property: Id(0)] int PriceBookVersion, [property: Id(1)] string Currency, [property: Id(2)] ImmutableArray<CostLine> Lines, [property: Id(3)] string Note) : LedgerCommand;

/// <summary>
/// The fee of an agreement version is asked for, once. Ledgers of earlier versions are closed: their fee is cancelled and their balance
/// carried over, each by explicit lines, so that nobody is charged twice. By Finance.
/// </summary>
/// <param name="AgreementVersion">The version of the agreement.</param>
/// <param name="AcceptedEstimate">What was accepted by signing. An invoice above it is refused.</param>
/// <param name="EstimateVersion">The estimate that was accepted.</param>
/// <param name="Lines">What was really done, where that is less than estimated; empty: the estimate's lines.</param>
/// <param name="Parties">Who asks whom; null: the invoice does not say.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.issue-invoice")]
[RefusedWith(
    AgreementVersionIsWrong, AgreementVersionIsSuperseded, LedgerIsClosed, FeeIsDeterminedAlready, EstimateNotFound, AcceptedEstimateIsAnother,
    LinesAreMissing, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, LineDoesNotAddUp, TotalIsNegative, PartiesAreWrong, InvoiceIsOfNothing,
    InvoiceIsAboveTheAcceptedEstimate)]
public sealed record IssueInvoice(
    [property: Id(0)] int AgreementVersion, [property: Id(1)] decimal AcceptedEstimate, [property: Id(2)] int EstimateVersion,
    [property: Id(3)] ImmutableArray<CostLine> Lines, [property: Id(4)] InvoiceParties? Parties = null) : LedgerCommand;

/// <summary>There is no fee for an agreement version. Takes effect when a second person approves. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.determine-no-fee")]
[RefusedWith(AgreementVersionIsWrong, AgreementVersionIsSuperseded, LedgerIsClosed, FeeIsDeterminedAlready, ReasonIsMissing)]
public sealed record DetermineNoFee([property: Id(0)] int AgreementVersion, [property: Id(1)] string Reason) : LedgerCommand;

/// <summary>Approves that there is no fee. By another person than the one who determined it.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.approve-no-fee")]
[RefusedWith(AgreementVersionIsWrong, AgreementVersionIsSuperseded, LedgerIsClosed, FeeIsDeterminedAlready, NoFeeIsNotDetermined, SecondPersonIsNeeded)]
public sealed record ApproveNoFee([property: Id(0)] int AgreementVersion) : LedgerCommand;

/// <summary>The fee is not asked for, because the society does not fulfil. What was paid becomes refund due; the fee counts as undetermined. Sent by the request.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.cancel-fee")]
[RefusedWith(ReasonIsMissing, AgreementVersionIsSuperseded)]
public sealed record CancelFee([property: Id(0)] int AgreementVersion, [property: Id(1)] string Reason) : LedgerCommand;

/// <summary>All of it goes: its retention has ended, as its request has found. By the service.</summary>
/// <param name="Rule">By which rule of retention.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.remove")]
public sealed record RemoveLedger([property: Id(0)] string Rule) : LedgerCommand;
