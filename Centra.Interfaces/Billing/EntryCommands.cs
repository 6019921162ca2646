using Orleans;
using static Centra.Billing.BillingRefusal;

namespace Centra.Billing;

/// <summary>Money came, by hand. Counts when a second person confirms it. By Finance.</summary>
/// <param name="AgreementVersion">Which ledger.</param>
/// <param name="PaymentId">What it is known by: 1 to 100 letters, digits and <c>. _ : -</c>.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">In what.</param>
/// <param name="BankReference">The bank's reference, by which a second person finds it in the statement. One reference counts once.</param>
/// <param name="Means">How it came.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.record-payment")]
[RefusedWith(
    IdIsWrong, BankReferenceIsMissing, MeansAreMissing, AmountIsNotPositive, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, CurrencyIsWrong,
    CurrencyIsAnother, BankReferenceIsUsedAlready, EntryIdWasUsedForAnother, InvoiceIsMissing)]
public sealed record RecordPayment(
    [property: Id(0)] int AgreementVersion, [property: Id(1)] string PaymentId, [property: Id(2)] decimal Amount, [property: Id(3)] string Currency,
    [property: Id(4)] string BankReference, [property: Id(5)] PaymentMeans Means) : LedgerCommand;

/// <summary>A payment is in the bank's statement. By another person than the one who recorded it.</summary>
/// <param name="PaymentId">Which.</param>
/// <param name="BankReference">The reference as the second person reads it in the statement; has to be the recorded one.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.confirm-payment")]
[RefusedWith(EntryNotFound, EntryIsDecided, SecondPersonIsNeeded, BankReferenceDiffers)]
public sealed record ConfirmPayment([property: Id(0)] string PaymentId, [property: Id(1)] string BankReference) : LedgerCommand;

/// <summary>Money is to be paid back, at most the credit. Counts when a second person approves. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.record-refund")]
[RefusedWith(
    IdIsWrong, BankReferenceIsMissing, ReasonIsMissing, AmountIsNotPositive, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, CurrencyIsWrong,
    CurrencyIsAnother, BankReferenceIsUsedAlready, EntryIdWasUsedForAnother, RefundIsAboveTheCredit)]
public sealed record RecordRefund(
    [property: Id(0)] int AgreementVersion, [property: Id(1)] string RefundId, [property: Id(2)] decimal Amount, [property: Id(3)] string Currency,
    [property: Id(4)] string BankReference, [property: Id(5)] string Reason) : LedgerCommand;

/// <summary>Approves a refund. By another person than the one who recorded it.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.approve-refund")]
[RefusedWith(EntryNotFound, EntryIsDecided, SecondPersonIsNeeded, RefundIsAboveTheCredit)]
public sealed record ApproveRefund([property: Id(0)] string RefundId) : LedgerCommand;

/// <summary>A part of the fee, or all of it, is not asked for: at most what is owed. Counts when a second person approves. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.waive-fee")]
[RefusedWith(
    IdIsWrong, ReasonIsMissing, AmountIsNotPositive, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, CurrencyIsWrong, CurrencyIsAnother,
    BankReferenceIsUsedAlready, EntryIdWasUsedForAnother, InvoiceIsMissing, LedgerIsClosed, WaiverIsAboveTheBalance)]
public sealed record WaiveFee(
    [property: Id(0)] int AgreementVersion, [property: Id(1)] string WaiverId, [property: Id(2)] decimal Amount, [property: Id(3)] string Currency,
    [property: Id(4)] string Reason) : LedgerCommand;

/// <summary>Approves a waiver. By another person than the one who recorded it.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.approve-waiver")]
[RefusedWith(EntryNotFound, EntryIsDecided, SecondPersonIsNeeded, InvoiceIsMissing, LedgerIsClosed, WaiverIsAboveTheBalance)]
public sealed record ApproveWaiver([property: Id(0)] string WaiverId) : LedgerCommand;

/// <summary>A payment, refund or waiver that waits is not what it says; or what was put aside has been seen to. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.reject-entry")]
[RefusedWith(ReasonIsMissing, EntryNotFound, EntryIsDecided)]
public sealed record RejectEntry([property: Id(0)] string EntryId, [property: Id(1)] string Reason) : LedgerCommand;

/// <summary>The bank took a payment back (chargeback). Counts at once: it can only close the gate. By Finance.</summary>
[GenerateSerializer, Immutable, Alias("centra.billing.record-reversal")]
[RefusedWith(
    IdIsWrong, ReasonIsMissing, AmountIsNotPositive, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, CurrencyIsWrong, CurrencyIsAnother, EntryNotFound,
    BankReferenceIsUsedAlready, EntryIdWasUsedForAnother, PaymentIsNotInTheLedger, MoreThanIsLeftOfThePayment)]
public sealed record RecordReversal(
    [property: Id(0)] string PaymentId, [property: Id(1)] string ReversalId, [property: Id(2)] decimal Amount, [property: Id(3)] string Currency,
    [property: Id(4)] string Reason) : LedgerCommand;

/// <summary>What the payment provider told in a signed message.</summary>
/// <param name="Told">The message.</param>
/// <param name="IsAssigned">
/// False: the signed message itself names the invoice, and the signature confirms it. True: a person of Finance found where it belongs, so that a
/// payment waits for a second person.
/// </param>
[GenerateSerializer, Immutable, Alias("centra.billing.receive")]
[RefusedWith(
    IdIsWrong, AmountIsNotPositive, AmountIsTooLarge, AmountHasMoreThanTwoDecimals, CurrencyIsWrong, CurrencyIsAnother, InvoiceNotFound,
    BankReferenceIsUsedAlready, EntryIdWasUsedForAnother, PaymentIsNotInTheLedger, MoreThanIsLeftOfThePayment)]
public sealed record ReceiveProviderEvent([property: Id(0)] ProviderEvent Told, [property: Id(1)] bool IsAssigned) : LedgerCommand;
