using System.Globalization;
using System.Text;
using Centra.Api.Billing;
using Centra.Billing;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Service.Tests.Billing;

/// <summary>Requests with invoices, and a payment provider that signs.</summary>
internal static class AppBilling
{
    public const string Secret = "first-secret-of-the-payment-provider";
    public const string NextSecret = "next-secret-of-the-payment-provider!";

    public static void WithSecrets(IServiceCollection services) => services.AddSingleton(new WebhookSecrets([Secret, NextSecret], null)).AddSingleton<ILedgerDoor, StraightDoor>();

    /// <summary>A request with an invoice; its number.</summary>
    public static async Task<string> InvoiceAsync(this ServiceApp app, string request, decimal total = 1000m)
    {
        await app.LedgerAsync(request, new IssueEstimate(1, "USD", [new CostLine("survey", "Survey: base fee", 1, total, total)]));
        return (await app.LedgerAsync(request, new IssueInvoice(1, total, 1, []))).Ledgers[0].Invoice!.Number;
    }

    public static async Task<LedgerView> LedgerAsync(this ServiceApp app, string request, LedgerCommand command, string by = "finance-1")
    {
        var answer = await app.Grain<ILedgerGrain>($"ledger/{request}").Handle(app.Command(by), command);
        answer.Refusal.ShouldBeNull();
        return answer.Value!;
    }

    public static Task<LedgerFacts> FactsAsync(this ServiceApp app, string request) => app.Grain<ILedgerGrain>($"ledger/{request}").Facts(1);

    public static string Message(string id, string invoice, string payment, decimal amount, string type = "payment.succeeded", string? movement = null) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"id":"{{id}}","type":"{{type}}","invoice":"{{invoice}}","payment":"{{payment}}",{{(movement is null ? "" : $"\"movement\":\"{movement}\",")}}"amount":"{{amount}}","currency":"USD","occurredAt":"2026-03-02T09:00:00Z"}""");

    /// <summary>Sends a message as a provider does.</summary>
    public static Task<HttpResponseMessage> TellAsync(this ServiceApp app, string body, string secret = Secret, TimeSpan age = default) =>
        app.TellSignedAsync(body, WebhookSignature.Of(secret, body, app.Clock.GetUtcNow() - age));

    public static Task<HttpResponseMessage> TellSignedAsync(this ServiceApp app, string body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/payments") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(WebhookSignature.Header, signature);
        return app.Anonymous.SendAsync(request);
    }
}

/// <summary>Straight to the ledger, for ledgers of requests that are not there.</summary>
internal sealed class StraightDoor(Orleans.IGrainFactory grains) : ILedgerDoor
{
    public Task<Result<LedgerView>> SendAsync(string requestId, CommandContext context, LedgerCommand command) =>
        grains.GetGrain<ILedgerGrain>($"ledger/{requestId}").Handle(context, command);
}

/// <summary>A service with a payment provider.</summary>
public sealed class BillingApp : SharedApp
{
    /// <inheritdoc/>
    protected override async Task<ServiceApp?> StartAsync(string folder) => await ServiceApp.StartAsync(folder, also: AppBilling.WithSecrets);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresBillingApp : SharedApp
{
    /// <inheritdoc/>
    protected override Task<ServiceApp?> StartAsync(string folder) => ServiceApp.TryStartOnPostgresAsync(folder, AppBilling.WithSecrets);
}
