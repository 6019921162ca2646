using Centra.Alarms;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Access;

/// <summary>What officers and operators have to look at.</summary>
internal static class AlarmApi
{
    public static void MapAlarms(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/alarms").WithTags("Alarms");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.SeeAlarms).WithSummary("Alarms, newest first; with ?seen=false those that nobody has seen");
        group.MapGet("/{id}", ViewAsync).RequireAuthorization(Policies.SeeAlarms).WithSummary("An alarm").Refuses(AlarmRefusal.AlarmNotFound);
        group.MapPost("/{id}/seen", SeeAsync).RequireAuthorization(Policies.AcknowledgeAlarms).WithSummary("Somebody looks after it; who said so first stands").Refuses(AlarmRefusal.AlarmNotFound);
    }

    private static async Task<IResult> ListAsync([AsParameters] AlarmQuery query, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(query, read);
        return Listing.Answer(http, page,
            ("alarmId", item => item.AlarmId), ("kind", item => item.Kind), ("practiceId", item => item.PracticeId), ("at", item => item.At), ("text", item => item.Text),
            ("seenBy", item => item.SeenBy), ("seenAt", item => item.SeenAt));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<AlarmItem>> PageAsync(AlarmQuery query, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var filter = new AlarmFilter(query.Kind, query.Practice, query.Seen, Listing.Ms(query.From, 0), Listing.Ms(query.To, long.MaxValue));
        var rows = await read.Database.ReadAsync(session => AlarmList.PageAsync(session, filter, query.After ?? "", most));
        return new Page<AlarmItem>([.. rows.Select(AlarmItem.Of)], rows.Count == most ? rows[^1].AlarmId : null);
    }

    private static async Task<Results<Ok<AlarmItem>, ProblemHttpResult>> ViewAsync(string id, ReadStore read) =>
        Answer(await read.Database.ReadAsync(session => AlarmList.FindAsync(session, id)));

    private static async Task<Results<Ok<AlarmItem>, ProblemHttpResult>> SeeAsync(string id, Caller caller, ReadStore read, TimeProvider clock) =>
        Answer(await read.Database.WriteAsync(Fence.None, session => AlarmList.SeeAsync(session, id, caller.Actor.Id, clock.GetUtcNow().ToUnixTimeMilliseconds())));

    private static Results<Ok<AlarmItem>, ProblemHttpResult> Answer(AlarmRow? row) =>
        row is null ? AlarmRefusal.AlarmNotFound.Because().ToProblem() : TypedResults.Ok(AlarmItem.Of(row));
}

/// <summary>Which alarms.</summary>
internal sealed record AlarmQuery(string? Kind, string? Practice, bool? Seen, DateTimeOffset? From, DateTimeOffset? To, string? After, int? Limit);

/// <summary>An alarm.</summary>
public sealed record AlarmItem(string AlarmId, string Kind, string? PracticeId, DateTimeOffset At, string Text, string? SeenBy, DateTimeOffset? SeenAt)
{
    public static AlarmItem Of(AlarmRow row) => new(
        row.AlarmId, row.Kind, row.PracticeId, Listing.Time(row.At), row.Text, row.SeenBy, row.SeenAt is { } at ? Listing.Time(at) : null);
}
