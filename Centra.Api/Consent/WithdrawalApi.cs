using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Consent;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Consent;

/// <summary>Requests that opt-outs end, as officers decide them and practices look after them.</summary>
internal static class WithdrawalApi
{
    public static void MapWithdrawals(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/opt-outs").WithTags("Opt-outs");
        api.MapGet("/withdrawals", ListAsync).WithTags("Opt-outs").RequireAuthorization(Policies.DecideReviews).WithSummary("Requests to end opt-outs that wait for an officer");
        group.MapPost("/{id}/withdrawals/{request}/confirm", ConfirmAsync).RequireAuthorization(Policies.DecideReviews).WithSummary("Confirm that it ends").Refuses(GateRefusals.Confirm);
        group.MapPost("/{id}/withdrawals/{request}/decline", DeclineAsync).RequireAuthorization(Policies.DecideReviews).WithSummary("Decline that it ends").Refuses(GateRefusals.Decline);
        group.MapGet("/{id}/withdrawals", AskedAsync).RequireAuthorization(Policies.SeeOptOuts).WithSummary("What was asked about it, and what became of that").Refuses(GateRefusals.SeeOptOut);
    }

    private static async Task<IResult> ListAsync(int? limit, HttpContext http, Vault vault)
    {
        var page = await OpenAsync(limit, vault);
        return Listing.Answer(http, page,
            ("requestId", view => view.RequestId), ("optOutId", view => view.OptOutId), ("practiceId", view => view.PracticeId),
            ("reason", view => view.Reason), ("requestedAt", view => view.RequestedAt));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<WithdrawalView>> OpenAsync(int? limit, Vault vault)
    {
        var rows = await vault.Database.ReadAsync(session => WithdrawalRequests.OpenAsync(session, Listing.Limit(limit)));
        return new Page<WithdrawalView>([.. rows.Select(OptOutViews.Of)], null);
    }

    private static async Task<Results<Ok<WithdrawalView>, ProblemHttpResult>> ConfirmAsync(
        string id, string request, Caller caller, HttpRequest http, IGrainFactory grains, IdSource ids) =>
        (await OptOutApi.Grain(grains, id).ConfirmWithdrawal(caller.Command(http, "confirm-withdrawal", ids), request)).ToHttp();

    private static async Task<Results<Ok<WithdrawalView>, ProblemHttpResult>> DeclineAsync(
        string id, string request, Declining body, Caller caller, HttpRequest http, IGrainFactory grains, IdSource ids) =>
        (await OptOutApi.Grain(grains, id).DeclineWithdrawal(caller.Command(http, "decline-withdrawal", ids), request, body.Reason ?? "")).ToHttp();

    private static async Task<Results<Ok<Page<WithdrawalView>>, ProblemHttpResult>> AskedAsync(string id, Caller caller, IGrainFactory grains, Vault vault)
    {
        var optOut = await OptOutApi.Grain(grains, id).View(null);
        if (optOut.IsRefused)
            return optOut.Refusal.ToProblem();
        var asked = await OfOptOutAsync(id, caller.PracticeId, vault);
        return caller.PracticeId is { } practice && practice != optOut.Value.PracticeId && asked.Items.Count == 0
            ? ConsentRefusal.OptOutNotFound.Because().ToProblem()
            : TypedResults.Ok(asked);
    }

    /// <summary>What a practice asked about an opt-out, or what anybody did.</summary>
    public static async Task<Page<WithdrawalView>> OfOptOutAsync(string id, string? practiceId, Vault vault) =>
        new([.. (await vault.Database.ReadAsync(session => WithdrawalRequests.OfOptOutAsync(session, id, practiceId))).Select(OptOutViews.Of)], null);

    /// <summary>Why it is declined.</summary>
    internal sealed record Declining(string? Reason);
}
