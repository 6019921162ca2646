using Centra.Access;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Access;

/// <summary>Break-glass access: 60 minutes without a grant, told to all officers, reviewed by another one.</summary>
internal static class BreakGlassApi
{
    private const int ShortestReason = 10;
    private const int LongestReason = 1_000;

    public static void MapBreakGlass(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/looks/break-glass").WithTags("Looks");
        group.MapPost("/", OpenAsync).RequireAuthorization(Policies.BreakGlass).WithSummary("Look without a grant, for 60 minutes").Refuses(LookRefusals.BreakGlass);
        group.MapGet("/", ListAsync)
            .RequireAuthorization(Policies.SeeLooks).WithSummary("Break-glass accesses: all, open (not reviewed), overdue or reviewed");
        group.MapGet("/{id}/reason", ReasonAsync).RequireAuthorization(Policies.GovernLooks).WithSummary("Why, in the user's words").Refuses(AccessRefusal.BreakGlassNotFound);
        group.MapPost("/{id}/review", ReviewAsync)
            .RequireAuthorization(Policies.GovernLooks).WithSummary("Say whether it was justified; an objection ends it").Refuses(LookRefusals.Review);
    }

    private static async Task<Results<Created<BreakGlassView>, ProblemHttpResult>> OpenAsync(
        NewBreakGlass body, Caller caller, HttpRequest request, IGrainFactory grains, Vault vault, SealedWords words, IdSource ids)
    {
        if (body.Reason?.Trim() is not { Length: >= ShortestReason and <= LongestReason } reason)
            return AccessRefusal.ReasonIsMissing.Because().ToProblem();
        if (Purposes.Find(body.Purpose) is not { } purpose)
            return AccessRefusal.PurposeIsUnknown.Because().ToProblem();
        var context = caller.Command(request, "break-glass", ids);
        var id = $"glass-{context.Id.Value:n}"[..26];
        // The reason first: without it nothing opens.
        await vault.Database.WriteAsync(Fence.None, async session =>
        {
            await Disclosures.KeepReasonAsync(session, id, words.Seal(reason, id));
            return true;
        });
        return (await Grain(grains, id).Open(context, purpose.Id)).ToCreated(view => $"/api/looks/break-glass/{view.BreakGlassId}");
    }

    private static async Task<IResult> ListAsync(string? state, string? after, int? limit, HttpContext http, ReadStore read, TimeProvider clock)
    {
        var page = await PageAsync(state, after, limit, read, clock);
        return Listing.Answer(http, page,
            ("breakGlassId", item => item.BreakGlassId), ("userId", item => item.UserId), ("name", item => item.Name), ("purpose", item => item.Purpose), ("openedAt", item => item.OpenedAt),
            ("reviewDue", item => item.ReviewDue), ("isOverdue", item => item.IsOverdue), ("outcome", item => item.Outcome), ("reviewedBy", item => item.ReviewedBy));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<BreakGlassItem>> PageAsync(string? state, string? after, int? limit, ReadStore read, TimeProvider clock)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => BreakGlassList.PageAsync(session, state, clock.GetUtcNow(), after ?? "", most));
        var names = await read.Database.ReadAsync(session => PeopleList.NamesAsync(session, rows.Select(row => row.UserId)));
        return new Page<BreakGlassItem>([.. rows.Select(row => BreakGlassItem.Of(row, names, clock.GetUtcNow()))], rows.Count == most ? rows[^1].BreakGlassId : null);
    }

    private static async Task<Results<Ok<BreakGlassReason>, ProblemHttpResult>> ReasonAsync(string id, HttpResponse response, Vault vault, SealedWords words)
    {
        response.Headers.CacheControl = "no-store";
        return await ReasonTextAsync(id, vault, words) is { } reason ? TypedResults.Ok(new BreakGlassReason(reason)) : AccessRefusal.BreakGlassNotFound.Because().ToProblem();
    }

    /// <summary>Why, in the user's words; null: there is no such access.</summary>
    public static async Task<string?> ReasonTextAsync(string id, Vault vault, SealedWords words) =>
        await vault.Database.ReadAsync(session => Disclosures.ReasonAsync(session, id)) is { } box ? words.Open(box, id) : null;

    private static async Task<Results<Ok<BreakGlassView>, ProblemHttpResult>> ReviewAsync(string id, NewReview body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids)
    {
        var outcome = Enum.TryParse<ReviewOutcome>(body.Outcome, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : ReviewOutcome.None;
        return (await Grain(grains, id).Review(caller.Command(request, $"review-glass-{id}", ids), outcome)).ToHttp();
    }

    private static IBreakGlassGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IBreakGlassGrain>($"break-glass/{id}");
}

/// <summary>What for, and why without a grant.</summary>
internal sealed record NewBreakGlass(string? Purpose, string? Reason)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(NewBreakGlass);
}

/// <summary>reviewed or objected.</summary>
internal sealed record NewReview(string? Outcome);

/// <summary>Why somebody broke the glass.</summary>
internal sealed record BreakGlassReason(string Reason)
{
    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(BreakGlassReason);
}

/// <summary>A break-glass access in a list.</summary>
public sealed record BreakGlassItem(
    string BreakGlassId, string UserId, string? Name, string Purpose, DateTimeOffset OpenedAt, DateTimeOffset Until, DateTimeOffset ReviewDue, bool IsOverdue,
    ReviewOutcome Outcome, string? ReviewedBy, DateTimeOffset? ReviewedAt)
{
    public static BreakGlassItem Of(BreakGlassRow row, Dictionary<string, string> names, DateTimeOffset now) => new(
        row.BreakGlassId, row.UserId, names.GetValueOrDefault(row.UserId), row.Purpose, Listing.Time(row.OpenedAt), Listing.Time(row.Until), Listing.Time(row.ReviewDue),
        row.ReviewedAt is null && Listing.Time(row.ReviewDue) <= now, Enum.Parse<ReviewOutcome>(row.Outcome), row.ReviewedBy, row.ReviewedAt is { } at ? Listing.Time(at) : null);
}
