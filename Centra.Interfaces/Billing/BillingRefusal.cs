namespace Centra.Billing;

/// <summary>Why something about money is refused.</summary>
public enum BillingRefusal
{
    /// <summary>No estimate was issued for the request, or it is not the caller's.</summary>
    [Refuses(RefusalKind.NotFound, "There is no ledger of this request.")]
    LedgerNotFound = 1,

    /// <summary>An amount is zero or negative.</summary>
    [Refuses(RefusalKind.Invalid, "An amount is more than zero.")]
    AmountIsNotPositive = 2,

    /// <summary>An amount has a fraction of a cent.</summary>
    [Refuses(RefusalKind.Invalid, "An amount has at most two decimals.")]
    AmountHasMoreThanTwoDecimals = 3,

    /// <summary>An amount is more than 999,999,999.99.</summary>
    [Refuses(RefusalKind.Invalid, "An amount is at most 999999999.99.")]
    AmountIsTooLarge = 4,

    /// <summary>A currency that is not three capital letters.</summary>
    [Refuses(RefusalKind.Invalid, "A currency is a code of ISO 4217: three capital letters.")]
    CurrencyIsWrong = 5,

    /// <summary>Not the ledger's currency.</summary>
    [Refuses(RefusalKind.Invalid, "This ledger has another currency.")]
    CurrencyIsAnother = 6,

    /// <summary>The estimate has no lines, or more than 200.</summary>
    [Refuses(RefusalKind.Invalid, "An estimate or invoice has 1 to 200 lines, each with a code and a description.")]
    LinesAreMissing = 7,

    /// <summary>A line's amount is not quantity times unit price.</summary>
    [Refuses(RefusalKind.Invalid, "The amount of a line is its quantity times its unit price, to the cent.")]
    LineDoesNotAddUp = 8,

    /// <summary>The lines add up to less than zero.</summary>
    [Refuses(RefusalKind.Invalid, "The lines add up to less than zero.")]
    TotalIsNegative = 9,

    /// <summary>The first estimate is there; a new one revises it.</summary>
    [Refuses(RefusalKind.Conflict, "An estimate was issued already. Revise it.")]
    EstimateIsIssuedAlready = 10,

    /// <summary>There is no such estimate.</summary>
    [Refuses(RefusalKind.Conflict, "There is no such version of the estimate.")]
    EstimateNotFound = 11,

    /// <summary>What is said to be accepted is not what that estimate says.</summary>
    [Refuses(RefusalKind.Conflict, "The accepted amount is not the total of this version of the estimate.")]
    AcceptedEstimateIsAnother = 12,

    /// <summary>More is asked for than was accepted.</summary>
    [Refuses(RefusalKind.Conflict, "The invoice is above the accepted estimate. A new estimate has to be accepted first.")]
    InvoiceIsAboveTheAcceptedEstimate = 13,

    /// <summary>An invoice of nothing.</summary>
    [Refuses(RefusalKind.Conflict, "There is nothing to invoice. That there is no fee is determined with a reason, and approved by a second person.")]
    InvoiceIsOfNothing = 14,

    /// <summary>The fee of this agreement version was determined before.</summary>
    [Refuses(RefusalKind.Conflict, "The fee of this agreement version is determined already.")]
    FeeIsDeterminedAlready = 15,

    /// <summary>A newer agreement version has a ledger.</summary>
    [Refuses(RefusalKind.Conflict, "A newer agreement version has replaced this one.")]
    AgreementVersionIsSuperseded = 16,

    /// <summary>Agreement versions begin with 1.</summary>
    [Refuses(RefusalKind.Invalid, "An agreement version is a number from 1.")]
    AgreementVersionIsWrong = 17,

    /// <summary>Nobody determined that there is no fee.</summary>
    [Refuses(RefusalKind.Conflict, "Nobody has determined that there is no fee.")]
    NoFeeIsNotDetermined = 18,

    /// <summary>The same person cannot do both.</summary>
    [Refuses(RefusalKind.Forbidden, "This needs a second person.")]
    SecondPersonIsNeeded = 19,

    /// <summary>A reason has 3 to 1,000 characters.</summary>
    [Refuses(RefusalKind.Invalid, "A reason has 3 to 1000 characters.")]
    ReasonIsMissing = 20,

    /// <summary>An id or reference is empty, too long or has characters that ids do not have.</summary>
    [Refuses(RefusalKind.Invalid, "An id has 1 to 100 letters, digits and . _ : -")]
    IdIsWrong = 21,

    /// <summary>A bank reference has 1 to 100 characters.</summary>
    [Refuses(RefusalKind.Invalid, "The bank's reference is needed, 1 to 100 characters.")]
    BankReferenceIsMissing = 22,

    /// <summary>Another payment or refund of this request has this reference.</summary>
    [Refuses(RefusalKind.Conflict, "Another entry of this request has this bank reference.")]
    BankReferenceIsUsedAlready = 23,

    /// <summary>Not the reference that was recorded.</summary>
    [Refuses(RefusalKind.Conflict, "This is not the bank reference that was recorded.")]
    BankReferenceDiffers = 24,

    /// <summary>How the money came is not said.</summary>
    [Refuses(RefusalKind.Invalid, "Say how the money came: wire, cheque or purchaseOrder.")]
    MeansAreMissing = 25,

    /// <summary>No invoice was issued for this agreement version.</summary>
    [Refuses(RefusalKind.Conflict, "No invoice was issued for this agreement version.")]
    InvoiceIsMissing = 26,

    /// <summary>The id stands for something else.</summary>
    [Refuses(RefusalKind.Conflict, "This id was used before for something else.")]
    EntryIdWasUsedForAnother = 27,

    /// <summary>There is no such entry of this kind.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such entry.")]
    EntryNotFound = 28,

    /// <summary>The entry was decided before.</summary>
    [Refuses(RefusalKind.Conflict, "This entry was decided before.")]
    EntryIsDecided = 29,

    /// <summary>More than the requester's credit.</summary>
    [Refuses(RefusalKind.Conflict, "A refund is at most the credit.")]
    RefundIsAboveTheCredit = 30,

    /// <summary>More than is owed.</summary>
    [Refuses(RefusalKind.Conflict, "A waiver is at most what is owed.")]
    WaiverIsAboveTheBalance = 31,

    /// <summary>The payment is not in the ledger.</summary>
    [Refuses(RefusalKind.Conflict, "This payment is not in the ledger.")]
    PaymentIsNotInTheLedger = 32,

    /// <summary>More than is left of the payment.</summary>
    [Refuses(RefusalKind.Conflict, "More is taken back than is left of this payment.")]
    MoreThanIsLeftOfThePayment = 33,

    /// <summary>The ledger is closed.</summary>
    [Refuses(RefusalKind.Conflict, "The fee of this agreement version is not asked for any more.")]
    LedgerIsClosed = 34,

    /// <summary>The invoice number is not one of this request.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such invoice.")]
    InvoiceNotFound = 35,

    /// <summary>A party of the invoice has no name, or one that is too long.</summary>
    [Refuses(RefusalKind.Invalid, "Who asks and who is asked have 1 to 500 characters each.")]
    PartiesAreWrong = 36,

    /// <summary>There is no such payment in the ledger.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such payment in the ledger.")]
    ReceiptNotFound = 37,
}
