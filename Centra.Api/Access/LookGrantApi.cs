using System.Collections.Immutable;
using Centra.Access;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Access;

/// <summary>Personal grants for looking at identifiable data. Privacy officers give them, never to themselves.</summary>
internal static class LookGrantApi
{
    public static void MapLookGrants(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/looks/grants").WithTags("Looks");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeLooks).WithSummary("Grants");
        group.MapGet("/mine", (Caller caller, IGrainFactory grains) => ViewAsync(caller.Actor.Id, grains))
            .RequireAuthorization(Policies.OwnAccount).WithSummary("My grant").Refuses(AccessRefusal.GrantNotFound);
        group.MapGet("/{user}", ViewAsync).RequireAuthorization(Policies.SeeLooks).WithSummary("A person's grant").Refuses(AccessRefusal.GrantNotFound);
        group.MapPost("/{user}", (string user, NewGrant body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(user, new GiveLookGrant([.. body.Purposes ?? []], body.Until ?? default), caller, request, grains, ids))
            .RequireAuthorization(Policies.GovernLooks).WithSummary("Give a grant").Sends<GiveLookGrant>();
        group.MapPost("/{user}/recertify", (string user, GrantUntil body, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(user, new RecertifyLookGrant(body.Until ?? default), caller, request, grains, ids))
            .RequireAuthorization(Policies.GovernLooks).WithSummary("Confirm that it is still needed, and extend it").Sends<RecertifyLookGrant>();
        group.MapPost("/{user}/revoke", (string user, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
            SendAsync(user, new RevokeLookGrant(), caller, request, grains, ids))
            .RequireAuthorization(Policies.GovernLooks).WithSummary("End it now").Sends<RevokeLookGrant>();
    }

    private static async Task<IResult> ListAsync(string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(after, limit, read);
        return Listing.Answer(http, page,
            ("userId", grant => grant.UserId), ("purposes", grant => grant.Purposes), ("until", grant => grant.Until), ("certifiedBy", grant => grant.CertifiedBy),
            ("certifiedAt", grant => grant.CertifiedAt), ("revokedAt", grant => grant.RevokedAt));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<GrantItem>> PageAsync(string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => LookGrantList.PageAsync(session, after ?? "", most));
        return new Page<GrantItem>([.. rows.Select(GrantItem.Of)], rows.Count == most ? rows[^1].UserId : null);
    }

    private static async Task<Results<Ok<LookGrantView>, ProblemHttpResult>> ViewAsync(string user, IGrainFactory grains) => (await Grain(grains, user).View()).ToHttp();

    private static async Task<Results<Ok<LookGrantView>, ProblemHttpResult>> SendAsync(string user, LookGrantCommand command, Caller caller, HttpRequest request, IGrainFactory grains, IdSource ids) =>
        (await Grain(grains, user).Handle(caller.Command(request, $"{command.GetType().Name}-{user}", ids), command)).ToHttp();

    private static ILookGrantGrain Grain(IGrainFactory grains, string user) => grains.GetGrain<ILookGrantGrain>($"look-grant/{user}");
}

/// <summary>A grant to be given.</summary>
internal sealed record NewGrant(ImmutableArray<string>? Purposes, DateTimeOffset? Until);

/// <summary>Until when a grant is to last.</summary>
internal sealed record GrantUntil(DateTimeOffset? Until);

/// <summary>A grant in a list.</summary>
public sealed record GrantItem(
    string UserId, string[] Purposes, DateTimeOffset Until, string GivenBy, DateTimeOffset GivenAt, string CertifiedBy, DateTimeOffset CertifiedAt, DateTimeOffset? RevokedAt)
{
    public static GrantItem Of(LookGrantRow row) => new(
        row.UserId, row.Purposes.Split(' '), Listing.Time(row.Until), row.GivenBy, Listing.Time(row.GivenAt), row.CertifiedBy, Listing.Time(row.CertifiedAt),
        row.RevokedAt is { } at ? Listing.Time(at) : null);
}
