using Centra.Api.Http;
using Centra.Billing;
using Centra.Storage;

namespace Centra.Api.Billing;

/// <summary>An invoice in a list.</summary>
public sealed record InvoiceItem(
    string Number, string RequestId, long AgreementVersion, string Currency, decimal Total, decimal Balance, LedgerStanding Standing, DateTimeOffset IssuedAt, string IssuedBy)
{
    public static InvoiceItem Of(InvoiceRow row) => new(
        row.Number, row.RequestId, row.AgreementVersion, row.Currency, Cents.Amount(row.TotalCents), Cents.Amount(row.BalanceCents), Enum.Parse<LedgerStanding>(row.Standing),
        Listing.Time(row.IssuedAt), row.IssuedBy);
}

/// <summary>A payment, refund, waiver or reversal in a list.</summary>
public sealed record PaymentItem(
    string EntryId, string RequestId, EntryKind Kind, long AgreementVersion, string Currency, decimal Amount, EntryStanding Standing, PaymentMeans Means, string? PaymentId,
    string? BankReference, DateTimeOffset RecordedAt, string RecordedBy, DateTimeOffset? DecidedAt, string? DecidedBy)
{
    public static PaymentItem Of(PaymentRow row) => new(
        row.EntryId, row.RequestId, Enum.Parse<EntryKind>(row.Kind), row.AgreementVersion, row.Currency, Cents.Amount(row.AmountCents), Enum.Parse<EntryStanding>(row.Standing),
        Enum.Parse<PaymentMeans>(row.Means), row.PaymentId, row.BankReference, Listing.Time(row.RecordedAt), row.RecordedBy, Cents.Time(row.DecidedAt), row.DecidedBy);
}

/// <summary>A message that belonged nowhere in a list.</summary>
public sealed record UnmatchedItem(
    string UnmatchedId, string EventId, ProviderEventKind Kind, string Invoice, string PaymentId, string Currency, decimal Amount, string Why, DateTimeOffset ReceivedAt,
    UnmatchedStanding Standing, string? AssignedTo, DateTimeOffset? DecidedAt, string? DecidedBy)
{
    public static UnmatchedItem Of(UnmatchedRow row) => new(
        row.UnmatchedId, row.EventId, Enum.Parse<ProviderEventKind>(row.Kind), row.InvoiceNumber, row.PaymentId, row.Currency, Cents.Amount(row.AmountCents), row.Why,
        Listing.Time(row.ReceivedAt), Enum.Parse<UnmatchedStanding>(row.Standing), row.AssignedTo, Cents.Time(row.DecidedAt), row.DecidedBy);
}

/// <summary>Columns of money and times as lists show them.</summary>
internal static class Cents
{
    public static decimal Amount(long cents) => new decimal(cents) / 100 + 0.00m;

    public static DateTimeOffset? Time(long? ms) => ms is { } at ? Listing.Time(at) : null;
}
