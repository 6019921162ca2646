using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Institutions;
using Centra.Reviews;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Orleans;

namespace Centra.Api.Reviews;

/// <summary>What reviewers say of themselves: everybody only of their own, by the principal.</summary>
internal static class ReviewerApi
{
    public static void MapReviewers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/reviews").WithTags("Reviews");
        group.MapGet("/profile", async Task<Results<Ok<ReviewerView>, ProblemHttpResult>> ([AsParameters] Call call) => (await Own(call).View()).ToHttp())
            .RequireAuthorization(Policies.OwnReviews).WithSummary("One's own profile, relations and absence").Refuses(ReviewRefusal.ReviewerNotFound);
        group.MapPut("/profile", (NewProfile body, [AsParameters] Call call) => SendAsync(body.ToCommand(), call)).RequireAuthorization(Policies.OwnReviews).WithSummary("Institution and expertise").Sends<SetProfile>();
        group.MapPost("/relations", (NewRelation body, [AsParameters] Call call) => SendAsync(new DeclareRelation(body.Kind, body.CleanTarget, body.Note ?? ""), call))
            .RequireAuthorization(Policies.OwnReviews).WithSummary("Declare a relation that is a conflict wherever it meets a request").Sends<DeclareRelation>();
        group.MapPost("/relations/end", (NewRelation body, [AsParameters] Call call) => SendAsync(new EndRelation(body.Kind, body.CleanTarget), call))
            .RequireAuthorization(Policies.OwnReviews).WithSummary("A relation has ended").Sends<EndRelation>();
        group.MapPut("/absence", (NewAbsence body, [AsParameters] Call call) => SendAsync(new SetAbsence(body.From ?? DateOnly.MaxValue, body.To ?? DateOnly.MinValue, body.DeputyId), call))
            .RequireAuthorization(Policies.OwnReviews).WithSummary("Away from one day to another").Sends<SetAbsence>();
        group.MapDelete("/absence", ([AsParameters] Call call) => SendAsync(new EndAbsence(), call)).RequireAuthorization(Policies.OwnReviews).WithSummary("Not away").Sends<EndAbsence>();
        group.MapGet("/reviewers", ListAsync).RequireAuthorization(Policies.SeeReviewers).WithSummary("Reviewers");
        group.MapGet("/reviewers/{user}", async Task<Results<Ok<ReviewerView>, ProblemHttpResult>> (string user, IGrainFactory grains) => (await Grain(grains, user).View()).ToHttp())
            .RequireAuthorization(Policies.SeeReviewers).WithSummary("A reviewer").Refuses(ReviewRefusal.ReviewerNotFound);
    }

    private static async Task<IResult> ListAsync(string? institution, string? absentOn, string? after, int? limit, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select user_id, institution, expertise, absent_from, absent_to, deputy_id from reviewer where ($1 = '' or institution = $1) "
            + "and ($2 = '' or (absent_from <= $2 and $2 <= absent_to)) and user_id > $3 order by user_id limit $4",
            row => new ReviewerItem(row.GetString(0), row.TextOrNull(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5)),
            institution ?? "", absentOn ?? "", after ?? "", (long)most));
        return Listing.Answer(http, new Page<ReviewerItem>(rows, rows.Count == most ? rows[^1].UserId : null),
            ("userId", item => item.UserId), ("institutionId", item => item.InstitutionId), ("expertise", item => item.Expertise), ("absentFrom", item => item.AbsentFrom),
            ("absentTo", item => item.AbsentTo), ("deputyId", item => item.DeputyId));
    }

    private static async Task<Results<Ok<ReviewerView>, ProblemHttpResult>> SendAsync(ReviewerCommand command, Call call) =>
        (await Own(call).Handle(call.Context(command.GetType().Name), command)).ToHttp();

    private static IReviewerGrain Own(Call call) => Grain(call.Grains, call.Caller.Actor.Id);

    private static IReviewerGrain Grain(IGrainFactory grains, string user) => grains.GetGrain<IReviewerGrain>($"reviewer/{user}");
}

/// <summary>Institution and expertise.</summary>
internal sealed record NewProfile(string? InstitutionId, string[]? Expertise)
{
    public SetProfile ToCommand() => new(InstitutionId is { Length: > 0 } ror ? RorId.Of(ror) : null, [.. Expertise ?? []]);
}

/// <summary>A relation.</summary>
internal sealed record NewRelation(RelationKind Kind, string? Target, string? Note)
{
    public string CleanTarget => Kind is RelationKind.Institution ? RorId.Of(Target ?? "") : (Target ?? "").Trim();
}

/// <summary>An absence.</summary>
internal sealed record NewAbsence(DateOnly? From, DateOnly? To, string? DeputyId);

/// <summary>A reviewer in a list.</summary>
internal sealed record ReviewerItem(string UserId, string? InstitutionId, string Expertise, string? AbsentFrom, string? AbsentTo, string? DeputyId);
