using System.Globalization;
using System.Text;
using Centra.Api.Billing;

namespace Centra.Browsing.Hosts;

/// <summary>The payment provider, which tells of payments by signed messages.</summary>
internal sealed class Provider(Uri address) : IDisposable
{
    /// <summary>What it shares with the service.</summary>
    public const string Secret = "a-secret-of-the-provider-in-these-tests";

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    /// <summary>Tells that an invoice was paid, or with a movement that the bank took this back; how that is answered.</summary>
    public async Task<int> TellAsync(string invoice, decimal amount, string? movement = null, string secret = Secret)
    {
        var type = movement is null ? "payment.succeeded" : "payment.reversed";
        var body = string.Create(CultureInfo.InvariantCulture,
            $$"""{"id":"evt-{{invoice}}-{{type}}","type":"{{type}}","invoice":"{{invoice}}","payment":"pay-{{invoice}}",{{(movement is null ? "" : $"\"movement\":\"{movement}\",")}}"amount":"{{amount}}","currency":"USD","occurredAt":"2026-03-02T09:00:00Z"}""");
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/payments") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.TryAddWithoutValidation(WebhookSignature.Header, WebhookSignature.Of(secret, body, TimeProvider.System.GetUtcNow()));
        using var answer = await _client.SendAsync(message);
        return (int)answer.StatusCode;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
