using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Reviews;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Reviews;

/// <summary>Committees: request managers seat people who have the roles.</summary>
internal static class CommitteeApi
{
    public static void MapCommittees(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/committees").WithTags("Committees");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeCommittees).WithSummary("Committees");
        group.MapGet("/{id}", async Task<Results<Ok<CommitteeView>, ProblemHttpResult>> (string id, IGrainFactory grains) => (await Grain(grains, id).View()).ToHttp())
            .RequireAuthorization(Policies.SeeCommittees).WithSummary("A committee with its people").Refuses(ReviewRefusal.CommitteeNotFound);
        group.MapPost("/", async Task<Results<Created<CommitteeView>, ProblemHttpResult>> (NewCommittee body, [AsParameters] Call call) =>
        {
            var command = new FoundCommittee(body.Name ?? "");
            return (await Grain(call.Grains, body.Id ?? "").Handle(call.Context(command, body.Id ?? ""), command)).ToCreated(view => $"/api/admin/committees/{view.CommitteeId}");
        }).RequireAuthorization(Policies.GovernCommittees).WithSummary("Found a committee").Sends<FoundCommittee>();
        Seat(group, "chair", user => new AppointChair(user)).WithSummary("Appoint the chair, in place of a former one").Sends<AppointChair>();
        Seat(group, "deputies", user => new AppointDeputy(user)).WithSummary("Appoint a deputy chair").Sends<AppointDeputy>();
        Seat(group, "members", user => new AddMember(user)).WithSummary("Add a member").Sends<AddMember>();
        group.MapDelete("/{id}/members/{user}", (string id, string user, [AsParameters] Call call) => SendAsync(id, new RemoveMember(user), call))
            .RequireAuthorization(Policies.GovernCommittees).WithSummary("A deputy or member leaves").Sends<RemoveMember>();
    }

    private static RouteHandlerBuilder Seat(RouteGroupBuilder group, string part, Func<string, CommitteeCommand> command) =>
        group.MapPost($"/{{id}}/{part}", (string id, Seated body, [AsParameters] Call call) => SendAsync(id, command(body.UserId ?? ""), call)).RequireAuthorization(Policies.GovernCommittees);

    private static async Task<IResult> ListAsync(string? after, int? limit, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(after, limit, read);
        return Listing.Answer(http, page,
            ("committeeId", item => item.CommitteeId), ("name", item => item.Name), ("chairId", item => item.ChairId), ("members", item => item.Members));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<CommitteeItem>> PageAsync(string? after, int? limit, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select committee_id, name, chair_id, (select count(*) from committee_member m where m.committee_id = c.committee_id and m.part = 'member') from committee c "
            + "where committee_id > $1 order by committee_id limit $2",
            row => new CommitteeItem(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetInt64(3)), after ?? "", (long)most));
        return new Page<CommitteeItem>(rows, rows.Count == most ? rows[^1].CommitteeId : null);
    }

    private static async Task<Results<Ok<CommitteeView>, ProblemHttpResult>> SendAsync(string id, CommitteeCommand command, Call call) =>
        (await Grain(call.Grains, id).Handle(call.Context(command, id), command)).ToHttp();

    private static ICommitteeGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<ICommitteeGrain>($"committee/{id}");
}

/// <summary>A committee to be founded.</summary>
internal sealed record NewCommittee(string? Id, string? Name);

/// <summary>Somebody to be seated.</summary>
internal sealed record Seated(string? UserId);

/// <summary>A committee in a list.</summary>
internal sealed record CommitteeItem(string CommitteeId, string Name, string? ChairId, long Members);
