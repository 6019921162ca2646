using System.Data.Common;

namespace Centra.Storage;

/// <summary>Lists of invoices, payments and messages that belong nowhere; each oldest first, from beyond the item where the last page ended.</summary>
public static class BillingList
{
    private const string InvoiceColumns = "select number, request_id, agreement_version, currency, total_cents, balance_cents, standing, issued_at, issued_by from invoice ";

    /// <summary>Invoices of a request and state.</summary>
    /// <param name="session">Where.</param>
    /// <param name="request">The request; empty: all.</param>
    /// <param name="state">owed, settled, superseded or cancelled; empty: all.</param>
    /// <param name="after">The number where the last page ended; empty for the first page.</param>
    /// <param name="most">How many.</param>
    /// <param name="of">Whose (empty: all), and the time.</param>
    public static Task<List<InvoiceRow>> InvoicesAsync(DbSession session, (string User, long Now) of, string request, string state, string after, int most) => session.QueryAsync(
        InvoicesSql(of.User.Length > 0, request.Length > 0, state, after.Length > 0), Invoice, [request, state, after, (long)most, .. Whose(of)]);

    /// <summary>An invoice by its number.</summary>
    public static Task<InvoiceRow?> InvoiceAsync(DbSession session, string number) => session.FindAsync(InvoiceColumns + "where number = $1", Invoice, number);

    /// <summary>Payments, refunds, waivers and reversals of a request, kind and standing; what is empty is not asked about.</summary>
    public static Task<List<PaymentRow>> PaymentsAsync(DbSession session, (string User, long Now) of, PaymentFilter filter, string after, int most) => session.QueryAsync(
        PaymentsSql(of.User.Length > 0, filter.Request.Length > 0, after.Length > 0), Payment, [filter.Request, filter.Kind, filter.Standing, after, (long)most, .. Whose(of)]);

    /// <summary>How many ledgers of other requests have this payment of the provider.</summary>
    public static Task<long> ElsewhereAsync(DbSession session, string paymentId, string requestId) => session.NumberAsync(
        "select count(*) from payment where entry_id = $1 and kind = 'Payment' and means = 'Provider' and standing <> 'Rejected' and request_id <> $2", paymentId, requestId);

    /// <summary>Messages that belong nowhere, of a standing; empty: all.</summary>
    public static Task<List<UnmatchedRow>> UnmatchedAsync(DbSession session, string standing, string after, int most) => session.QueryAsync(
        UnmatchedSql(after.Length > 0), Unmatched, standing, after, (long)most);

    internal static string InvoicesSql(bool ofUser, bool ofRequest, string state, bool isAfter) =>
        $"{InvoiceColumns}where {Conditions.Of("request_id", "$1", ofRequest)} "
        + $"and {IsIn(state)} "
        + $"and {Conditions.Beyond("invoice", "issued_at", "number", "$3", isAfter)} {(ofUser ? $"and {RequestOwners.Own("invoice.request_id", "$5", "$6")}" : "")} order by issued_at, number limit $4";

    internal static string PaymentsSql(bool ofUser, bool ofRequest, bool isAfter) =>
        "select payment_key, request_id, entry_id, kind, agreement_version, currency, amount_cents, standing, means, payment_id, bank_reference, recorded_at, recorded_by, decided_at, decided_by "
        + $"from payment where {Conditions.Of("request_id", "$1", ofRequest)} and ($2 = '' or lower(kind) = lower($2)) and ($3 = '' or lower(standing) = lower($3)) "
        + $"and {Conditions.Beyond("payment", "recorded_at", "payment_key", "$4", isAfter)} {(ofUser ? $"and {RequestOwners.Own("payment.request_id", "$6", "$7")}" : "")} order by recorded_at, payment_key limit $5";

    internal static string UnmatchedSql(bool isAfter) =>
        "select unmatched_id, event_id, kind, invoice_number, payment_id, currency, amount_cents, why, received_at, standing, assigned_to, decided_at, decided_by from unmatched_payment "
        + $"where ($1 = '' or lower(standing) = lower($1)) and {Conditions.Beyond("unmatched_payment", "received_at", "unmatched_id", "$2", isAfter)} order by received_at, unmatched_id limit $3";

    private static string IsIn(string state) => state switch
    {
        "" => "$2 = ''",
        "owed" => "$2 <> '' and standing = 'Open' and balance_cents > 0",
        "settled" => "$2 <> '' and standing = 'Open' and balance_cents <= 0",
        _ => "$2 in ('superseded', 'cancelled') and lower(standing) = $2",
    };

    // Without a user, who stands for the society, nothing is asked about whose it is.
    private static object?[] Whose((string User, long Now) of) => of.User.Length > 0 ? [of.User, of.Now] : [];

    private static InvoiceRow Invoice(DbDataReader row) => new()
    {
        Number = row.GetString(0),
        RequestId = row.GetString(1),
        AgreementVersion = row.GetInt64(2),
        Currency = row.GetString(3),
        TotalCents = row.GetInt64(4),
        BalanceCents = row.GetInt64(5),
        Standing = row.GetString(6),
        IssuedAt = row.GetInt64(7),
        IssuedBy = row.GetString(8),
    };

    private static PaymentRow Payment(DbDataReader row) => new()
    {
        PaymentKey = row.GetString(0),
        RequestId = row.GetString(1),
        EntryId = row.GetString(2),
        Kind = row.GetString(3),
        AgreementVersion = row.GetInt64(4),
        Currency = row.GetString(5),
        AmountCents = row.GetInt64(6),
        Standing = row.GetString(7),
        Means = row.GetString(8),
        PaymentId = row.TextOrNull(9),
        BankReference = row.TextOrNull(10),
        RecordedAt = row.GetInt64(11),
        RecordedBy = row.GetString(12),
        DecidedAt = row.NumberOrNull(13),
        DecidedBy = row.TextOrNull(14),
    };

    private static UnmatchedRow Unmatched(DbDataReader row) => new()
    {
        UnmatchedId = row.GetString(0),
        EventId = row.GetString(1),
        Kind = row.GetString(2),
        InvoiceNumber = row.GetString(3),
        PaymentId = row.GetString(4),
        Currency = row.GetString(5),
        AmountCents = row.GetInt64(6),
        Why = row.GetString(7),
        ReceivedAt = row.GetInt64(8),
        Standing = row.GetString(9),
        AssignedTo = row.TextOrNull(10),
        DecidedAt = row.NumberOrNull(11),
        DecidedBy = row.TextOrNull(12),
    };
}

/// <summary>Which entries; what is empty is not asked about.</summary>
public sealed record PaymentFilter(string Request, string Kind, string Standing);
