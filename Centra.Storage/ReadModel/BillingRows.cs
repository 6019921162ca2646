using Microsoft.EntityFrameworkCore;

namespace Centra.Storage;

/// <summary>An invoice in lists. Times are Unix milliseconds, amounts cents.</summary>
public sealed class InvoiceRow
{
    /// <summary>Its number.</summary>
    public required string Number { get; init; }

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The agreement version whose fee it asks for.</summary>
    public long AgreementVersion { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>What it asks for.</summary>
    public long TotalCents { get; init; }

    /// <summary>What is owed now; negative: credit.</summary>
    public long BalanceCents { get; set; }

    /// <summary>Name of the ledger's standing.</summary>
    public required string Standing { get; set; }

    /// <summary>When it was issued.</summary>
    public long IssuedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string IssuedBy { get; init; }
}

/// <summary>A payment, refund, waiver or reversal in lists. Times are Unix milliseconds, amounts cents.</summary>
public sealed class PaymentRow
{
    /// <summary>Request and entry.</summary>
    public required string PaymentKey { get; init; }

    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>What it is known by.</summary>
    public required string EntryId { get; init; }

    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The agreement version.</summary>
    public long AgreementVersion { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>How much.</summary>
    public long AmountCents { get; init; }

    /// <summary>Name of its standing.</summary>
    public required string Standing { get; set; }

    /// <summary>How money came.</summary>
    public required string Means { get; init; }

    /// <summary>The payment that it is about.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The bank's reference.</summary>
    public string? BankReference { get; init; }

    /// <summary>When it was recorded.</summary>
    public long RecordedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public long? DecidedAt { get; set; }

    /// <summary>By whom.</summary>
    public string? DecidedBy { get; set; }
}

/// <summary>A message about money that belonged nowhere, in lists. Times are Unix milliseconds, amounts cents.</summary>
public sealed class UnmatchedRow
{
    /// <summary>Its id.</summary>
    public required string UnmatchedId { get; init; }

    /// <summary>The provider's id of the message.</summary>
    public required string EventId { get; init; }

    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The invoice that it names.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>The provider's id of the payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>How much.</summary>
    public long AmountCents { get; init; }

    /// <summary>Code of the refusal that it met.</summary>
    public required string Why { get; init; }

    /// <summary>When it came.</summary>
    public long ReceivedAt { get; init; }

    /// <summary>Name of its standing.</summary>
    public required string Standing { get; set; }

    /// <summary>The invoice that it was assigned to.</summary>
    public string? AssignedTo { get; set; }

    /// <summary>When it was decided.</summary>
    public long? DecidedAt { get; set; }

    /// <summary>By whom.</summary>
    public string? DecidedBy { get; set; }
}

/// <summary>Maps the rows of billing.</summary>
internal static class BillingRows
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<InvoiceRow>().ToTable("invoice").HasKey(row => row.Number);
        model.Entity<PaymentRow>().ToTable("payment").HasKey(row => row.PaymentKey);
        model.Entity<UnmatchedRow>().ToTable("unmatched_payment").HasKey(row => row.UnmatchedId);
    }
}
