using System.Collections.Immutable;
using Orleans;

namespace Centra.Billing;

/// <summary>The money of a request as it is shown. Amounts in <see cref="Currency"/>, two decimals.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Estimates">All versions, oldest first.</param>
/// <param name="Ledgers">One for each agreement version whose fee was determined or proposed, oldest first.</param>
/// <param name="Entries">What was entered or told, oldest first.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.view")]
public sealed record LedgerView(
    [property: Id(0)] string RequestId,
    [property: Id(1)] string Currency,
    [property: Id(2)] ImmutableArray<Estimate> Estimates,
    [property: Id(3)] ImmutableArray<AgreementLedgerView> Ledgers,
    [property: Id(4)] ImmutableArray<LedgerEntry> Entries);

/// <summary>One ledger.</summary>
/// <param name="AgreementVersion">Of which agreement version.</param>
/// <param name="Standing">Whether its fee is asked for.</param>
/// <param name="Invoice">The invoice; null where there is none.</param>
/// <param name="NoFee">The determination that there is no fee; null where there is none.</param>
/// <param name="Lines">All lines, oldest first; none is ever changed.</param>
/// <param name="Balance">Their sum: positive is owed, negative is credit.</param>
/// <param name="IsFeeDetermined">Whether the fee is determined.</param>
/// <param name="IsSettled">Whether it is determined and nothing is owed.</param>
/// <param name="RefundDue">Credit to be paid back.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.agreement-ledger")]
public sealed record AgreementLedgerView(
    [property: Id(0)] int AgreementVersion,
    [property: Id(1)] LedgerStanding Standing,
    [property: Id(2)] Invoice? Invoice,
    [property: Id(3)] NoFee? NoFee,
    [property: Id(4)] ImmutableArray<LedgerLine> Lines,
    [property: Id(5)] decimal Balance,
    [property: Id(6)] bool IsFeeDetermined,
    [property: Id(7)] bool IsSettled,
    [property: Id(8)] decimal RefundDue);
