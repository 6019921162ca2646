using Centra.Billing;

namespace Centra.Api.Portal;

/// <summary>Money in words.</summary>
public static class MoneyWords
{
    /// <summary>What a line of a ledger is.</summary>
    public static string Line(LedgerLine line) => line.Kind switch
    {
        LineKind.Invoice => $"Invoice {line.EntryId}",
        LineKind.Payment => $"Payment {line.EntryId}",
        LineKind.Refund => $"Refund {line.EntryId}",
        LineKind.Waiver => $"Waiver {line.EntryId}",
        LineKind.Reversal => $"Payment taken back by the bank, {line.EntryId}",
        LineKind.Cancellation => "The fee is cancelled",
        LineKind.Carried => $"Carried over, agreement version {line.Counterpart}",
        _ => line.Kind.ToString(),
    };

    /// <summary>What was entered.</summary>
    public static string Entry(EntryKind kind) => kind is EntryKind.Reversal ? "Chargeback" : kind.ToString();

    /// <summary>Where an entry stands.</summary>
    public static string Standing(EntryStanding standing) => standing switch
    {
        EntryStanding.Pending => "waits for a second person",
        EntryStanding.Waiting => "waits for the payment that it is about",
        EntryStanding.Done => "in the ledger",
        EntryStanding.Rejected => "rejected",
        EntryStanding.PutAside => "does not fit its payment; somebody has to look",
        _ => "",
    };

    /// <summary>How money came.</summary>
    public static string Means(PaymentMeans means) => means switch
    {
        PaymentMeans.Wire => "bank transfer",
        PaymentMeans.Cheque => "cheque",
        PaymentMeans.PurchaseOrder => "purchase order",
        PaymentMeans.Provider => "payment provider",
        _ => "",
    };

    /// <summary>How a ledger stands, for whoever owes or is owed.</summary>
    public static string Balance(AgreementLedgerView ledger, string currency) => ledger switch
    {
        { Standing: LedgerStanding.Cancelled, RefundDue: > 0 } => $"The fee is cancelled. {Money.Text(ledger.RefundDue, currency)} are to be paid back.",
        { Standing: LedgerStanding.Cancelled } => "The fee is cancelled.",
        { Standing: LedgerStanding.Superseded } => "Closed: a newer agreement version has its own ledger.",
        { IsFeeDetermined: false } => "The fee is not determined yet.",
        { Balance: > 0 } => $"{Money.Text(ledger.Balance, currency)} is owed.",
        { RefundDue: > 0 } => $"Settled. {Money.Text(ledger.RefundDue, currency)} too much were paid and are to be paid back.",
        _ => "Settled. Nothing is owed.",
    };
}
