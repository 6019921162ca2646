using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Billing;

namespace Centra.Api.Billing;

/// <summary>Where the payment provider tells of money. Open to the network, and to whoever holds a secret only.</summary>
internal static class WebhookApi
{
    private const long LargestBody = 64 << 10;

    public static void MapPaymentWebhook(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/payments", ReceiveAsync).AllowAnonymous().WithTags("Payments").WithMetadata(new BodyLimit(LargestBody))
            .WithSummary("A signed message of the payment provider").Accepts<object>("application/json")
            .RefusesCaller(WebhookRefusal.SignatureIsNotValid)
            .Refuses(
                WebhookRefusal.WebhookIsNotConfigured, WebhookRefusal.MessageIsUnreadable, WebhookRefusal.FieldIsWrong, WebhookRefusal.MessageTypeIsUnknown,
                BillingRefusal.CurrencyIsWrong, BillingRefusal.AmountIsNotPositive, BillingRefusal.AmountIsTooLarge, BillingRefusal.AmountHasMoreThanTwoDecimals);

    private static async Task<IResult> ReceiveAsync(HttpRequest request, WebhookSecrets secrets, ProviderDesk desk, TimeProvider clock)
    {
        if (secrets.Current() is not { Count: > 0 } current)
            return WebhookRefusal.WebhookIsNotConfigured.Because().ToProblem();
        var body = await Bodies.ReadAsync(request);
        if (!WebhookSignature.Holds(request.Headers[WebhookSignature.Header].ToString(), body.Span, current, clock.GetUtcNow()))
            return NotValid();
        var told = WebhookMessage.Read(body);
        if (told.IsRefused)
            return told.Refusal.ToProblem();
        return (await desk.ReceiveAsync(told.Value)).Map(outcome => new Received(told.Value.EventId, outcome)).ToHttp();
    }

    // Nobody learns from the answer which of the things that can be wrong it was.
    private static IResult NotValid()
    {
        var problem = Answers.ProblemOf(WebhookRefusal.SignatureIsNotValid.Because());
        problem.Status = StatusCodes.Status401Unauthorized;
        return TypedResults.Problem(problem);
    }
}

/// <summary>What became of a message. Its repeat is answered alike.</summary>
internal sealed record Received(string Id, ProviderAnswer Outcome);
