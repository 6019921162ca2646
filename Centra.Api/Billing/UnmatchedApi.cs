using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Billing;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Billing;

/// <summary>Money that belongs nowhere yet: Finance says where, or that it is not about any request.</summary>
internal static class UnmatchedApi
{
    private const long LargestBody = 16 << 10;

    public static void MapUnmatched(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/payments/unmatched").WithTags("Billing").WithMetadata(new BodyLimit(LargestBody));
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeBilling).WithSummary("Payment messages that belong nowhere: open (unless asked otherwise), assigned, dismissed or all");
        group.MapPost("/{id}/assign", AssignAsync).RequireAuthorization(Policies.RunBilling).WithSummary("It belongs to this invoice; a payment then waits there for a second person").Sends<AssignUnmatched>().SendsToRequest<ReceiveProviderEvent>();
        group.MapPost("/{id}/dismiss", DismissAsync).RequireAuthorization(Policies.RunBilling).WithSummary("It is not about any request").Sends<DismissUnmatched>();
    }

    /// <summary>A page of messages that belong nowhere.</summary>
    public static async Task<IResult> ListAsync(string? standing, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var wanted = standing switch { null => nameof(UnmatchedStanding.Open), "all" => "", _ => standing };
        var rows = await read.Database.ReadAsync(session => BillingList.UnmatchedAsync(session, wanted, after ?? "", most));
        return Listing.Answer(http, new Page<UnmatchedItem>([.. rows.Select(UnmatchedItem.Of)], rows.Count == most ? rows[^1].UnmatchedId : null),
            ("unmatchedId", item => item.UnmatchedId), ("eventId", item => item.EventId), ("kind", item => item.Kind), ("invoice", item => item.Invoice), ("paymentId", item => item.PaymentId),
            ("currency", item => item.Currency), ("amount", item => item.Amount), ("why", item => item.Why), ("receivedAt", item => item.ReceivedAt), ("standing", item => item.Standing),
            ("assignedTo", item => item.AssignedTo), ("decidedAt", item => item.DecidedAt), ("decidedBy", item => item.DecidedBy));
    }

    private static async Task<Results<Ok<UnmatchedView>, ProblemHttpResult>> AssignAsync(string id, NewAssignment body, Caller caller, HttpRequest request, ProviderDesk desk, IdSource ids) =>
        (await desk.AssignAsync(caller.Command(request, $"assign-{id}", ids), id, body.Invoice?.Trim() ?? "")).ToHttp();

    private static async Task<Results<Ok<UnmatchedView>, ProblemHttpResult>> DismissAsync(string id, NewDismissal body, Caller caller, HttpRequest request, ProviderDesk desk, IdSource ids) =>
        (await desk.DismissAsync(caller.Command(request, $"dismiss-{id}", ids), id, body.Reason ?? "")).ToHttp();
}

/// <summary>Where it belongs.</summary>
internal sealed record NewAssignment(string? Invoice);

/// <summary>Why it is not about any request.</summary>
internal sealed record NewDismissal(string? Reason);
