using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Centra.Billing;

namespace Centra.Api.Billing;

/// <summary>Reads the body of a payment message. Signed or not, it is input: every field is checked.</summary>
internal static partial class WebhookMessage
{
    private const decimal Most = 999_999_999.99m;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static Result<ProviderEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement) : WebhookRefusal.MessageIsUnreadable;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A string that is no text (half a surrogate pair, bytes that are no UTF-8) is noticed only where it is read.
            return WebhookRefusal.MessageIsUnreadable;
        }
    }

    private static Result<ProviderEvent> Read(JsonElement message)
    {
        if (Kind(Text(message, "type")) is not { } kind)
            return WebhookRefusal.MessageTypeIsUnknown;
        var needed = kind is ProviderEventKind.Payment ? new[] { "id", "payment" } : ["id", "payment", "movement"];
        if (needed.FirstOrDefault(name => !Id().IsMatch(Text(message, name) ?? "")) is { } wrong)
            return Wrong($"{wrong} has 1 to 100 letters, digits and . _ : -");
        if (Text(message, "invoice") is not { Length: > 0 and <= 100 } invoice)
            return Wrong("invoice has 1 to 100 characters.");
        if (message.TryGetProperty("reference", out _) && Text(message, "reference") is not { Length: <= 100 })
            return Wrong("reference has at most 100 characters.");
        if (!DateTimeOffset.TryParse(Text(message, "occurredAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return Wrong("occurredAt is a time as RFC 3339 has it.");
        var amount = Amount(message);
        return amount.IsRefused || Currency(message) is not { } currency
            ? amount.Refusal ?? BillingRefusal.CurrencyIsWrong.Because()
            : new ProviderEvent(Text(message, "id")!, kind, invoice.Trim().ToUpperInvariant(), Text(message, "payment")!,
                kind is ProviderEventKind.Payment ? null : Text(message, "movement"), amount.Value, currency, Text(message, "reference"), at.ToUniversalTime());
    }

    private static ProviderEventKind? Kind(string? type) => type switch
    {
        "payment.succeeded" => ProviderEventKind.Payment,
        "payment.refunded" => ProviderEventKind.Refund,
        "payment.reversed" => ProviderEventKind.Reversal,
        _ => null,
    };

    // As text or as a number; never by way of a binary fraction, in which a cent has no exact value.
    private static Result<decimal> Amount(JsonElement message)
    {
        var written = message.TryGetProperty("amount", out var amount) && amount.ValueKind is JsonValueKind.Number ? amount.GetRawText() : Text(message, "amount");
        if (!decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return Wrong("amount is a number such as \"1250.00\".");
        return value switch
        {
            <= 0 => BillingRefusal.AmountIsNotPositive,
            > Most => BillingRefusal.AmountIsTooLarge,
            _ => decimal.Round(value, 2) == value ? decimal.Round(value, 2) + 0.00m : BillingRefusal.AmountHasMoreThanTwoDecimals,
        };
    }

    private static string? Currency(JsonElement message) => Text(message, "currency") is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static Refusal Wrong(string detail) => WebhookRefusal.FieldIsWrong.Because(detail);

    [GeneratedRegex(@"^[A-Za-z0-9._:\-]{1,100}\z")]
    private static partial Regex Id();
}
