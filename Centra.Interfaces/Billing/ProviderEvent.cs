using Orleans;

namespace Centra.Billing;

/// <summary>What a payment provider tells.</summary>
public enum ProviderEventKind
{
    /// <summary>Never sent.</summary>
    None = 0,

    /// <summary>Money came.</summary>
    Payment = 1,

    /// <summary>Money of a payment was paid back.</summary>
    Refund = 2,

    /// <summary>A payment was taken back (chargeback).</summary>
    Reversal = 3,
}

/// <summary>One message of a payment provider, as it was signed.</summary>
/// <param name="EventId">The message's id; its repeat changes nothing.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="InvoiceNumber">The invoice that it names.</param>
/// <param name="PaymentId">The provider's id of the payment.</param>
/// <param name="MovementId">The provider's id of the refund or reversal; null for a payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Reference">A bank reference, where the provider knows one.</param>
/// <param name="OccurredAt">When it happened.</param>
[GenerateSerializer, Immutable, Alias("centra.billing.provider-event")]
public sealed record ProviderEvent(
    [property: Id(0)] string EventId,
    [property: Id(1)] ProviderEventKind Kind,
    [property: Id(2)] string InvoiceNumber,
    [property: Id(3)] string PaymentId,
    [property: Id(4)] string? MovementId,
    [property: Id(5)] decimal Amount,
    [property: Id(6)] string Currency,
    [property: Id(7)] string? Reference,
    [property: Id(8)] DateTimeOffset OccurredAt);
