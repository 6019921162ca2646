using Centra.Access;
using Centra.Api.Access;
using Centra.Api.Http;
using Centra.Api.Security;
using Centra.ReviewLane;
using Centra.Storage;
using Microsoft.AspNetCore.Mvc;
using Orleans;

namespace Centra.Api.Portal;

/// <summary>The review lane's pages.</summary>
internal static class ReviewPages
{
    public static void MapReviewPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/review-lane").RequireAuthorization(Policies.DecideReviews).ExcludeFromDescription();
        pages.MapGet("/", LaneAsync);
        pages.MapGet("/{id}", (string id, Visitor visitor, Caller caller, HttpResponse response, Vault vault, ReadStore read, HeldLooking looking) => ItemAsync(id, visitor, caller, response, vault, read, looking, null));
        pages.MapPost("/{id}", DecideAsync);
    }

    private static async Task<IResult> LaneAsync(Visitor visitor, Vault vault, ReadStore read)
    {
        var items = await Reviewing.OpenAsync(vault);
        return Results.Extensions.Page<ReviewLane>(new { Visitor = visitor, Items = items, Names = await Names.OfPracticesAsync(read, items.Select(item => item.PracticeId)) });
    }

    private static async Task<IResult> ItemAsync(string id, Visitor visitor, Caller caller, HttpResponse response, Vault vault, ReadStore read, HeldLooking looking, Refusal? refusal)
    {
        response.Headers.CacheControl = "no-store";
        if (await Reviewing.FindAsync(vault, id) is not { } item)
            return Results.Extensions.Page<Message>(new { Visitor = visitor, Title = "Not found", Text = ReviewRefusal.ItemNotFound.Because().Detail });
        var identity = await looking.IdentityAsync(caller.Looker(), null, id);
        return Results.Extensions.Page<ReviewItem>(new { Visitor = visitor, Item = item, Identity = identity.Value, IdentityRefusal = identity.Refusal, Refusal = refusal, Names = await Names.OfPracticesAsync(read, [item.PracticeId]) });
    }

    private static async Task<IResult> DecideAsync(
        string id, [FromForm] string verdict, Visitor visitor, Caller caller, HttpResponse response, IGrainFactory grains, IdSource ids, Vault vault, ReadStore read, HeldLooking looking)
    {
        if (!Enum.TryParse<ReviewVerdict>(verdict, ignoreCase: true, out var parsed) || parsed is ReviewVerdict.None)
            return Results.LocalRedirect($"~/review-lane/{id}");
        var decided = await grains.GetGrain<IReviewItemGrain>($"review/{id}").Decide(new CommandContext(ids.NewCommandId(), caller.Actor), parsed);
        return decided.IsRefused ? await ItemAsync(id, visitor, caller, response, vault, read, looking, decided.Refusal) : Results.LocalRedirect("~/review-lane");
    }
}
