namespace Centra.Billing;

/// <summary>What a line of a ledger is. Its sign is fixed: what adds to what is owed is positive.</summary>
public enum LineKind
{
    /// <summary>Never written.</summary>
    None = 0,

    /// <summary>The fee; positive.</summary>
    Invoice = 1,

    /// <summary>Money received; negative.</summary>
    Payment = 2,

    /// <summary>Money paid back; positive.</summary>
    Refund = 3,

    /// <summary>A part of the fee that is not asked for; negative.</summary>
    Waiver = 4,

    /// <summary>A payment that the bank took back (chargeback); positive.</summary>
    Reversal = 5,

    /// <summary>The fee is not asked for any more, because a newer agreement version replaced it or the society does not fulfil; negative.</summary>
    Cancellation = 6,

    /// <summary>One half of a pair that carries a balance from one agreement version to another: minus what the other half has.</summary>
    Carried = 7,
}

/// <summary>What somebody entered, or the payment provider told.</summary>
public enum EntryKind
{
    /// <summary>Never recorded.</summary>
    None = 0,

    /// <summary>Money received.</summary>
    Payment = 1,

    /// <summary>Money paid back.</summary>
    Refund = 2,

    /// <summary>A part of the fee that is not asked for.</summary>
    Waiver = 3,

    /// <summary>A payment that the bank took back.</summary>
    Reversal = 4,
}

/// <summary>Where an entry stands. Only <see cref="Done"/> has a line in the ledger.</summary>
public enum EntryStanding
{
    /// <summary>Never recorded.</summary>
    None = 0,

    /// <summary>Waits for a second person.</summary>
    Pending = 1,

    /// <summary>Told by the provider before the payment that it is about; takes effect when that payment is there.</summary>
    Waiting = 2,

    /// <summary>In the ledger.</summary>
    Done = 3,

    /// <summary>A person said that it is not what it says.</summary>
    Rejected = 4,

    /// <summary>It waited for a payment, and does not fit that payment: more is taken back than came. A person has to look.</summary>
    PutAside = 5,
}

/// <summary>How money came.</summary>
public enum PaymentMeans
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Bank transfer.</summary>
    Wire = 1,

    /// <summary>Cheque.</summary>
    Cheque = 2,

    /// <summary>Purchase order.</summary>
    PurchaseOrder = 3,

    /// <summary>Through the payment provider.</summary>
    Provider = 4,
}

/// <summary>Whether the fee of an agreement version is asked for.</summary>
public enum LedgerStanding
{
    /// <summary>There is no such ledger.</summary>
    None = 0,

    /// <summary>It is.</summary>
    Open = 1,

    /// <summary>A newer agreement version has a ledger; the balance was carried there.</summary>
    Superseded = 2,

    /// <summary>The society does not fulfil; what was paid is to be paid back.</summary>
    Cancelled = 3,
}
