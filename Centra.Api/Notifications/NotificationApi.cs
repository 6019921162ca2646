using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Notifications;
using Centra.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Centra.Api.Notifications;

/// <summary>One's own notifications.</summary>
internal static class NotificationApi
{
    private const long LargestBody = 1 << 10;

    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/notifications").WithTags("Notifications").RequireAuthorization(Policies.OwnAccount);
        group.MapGet("/", ListAsync).WithSummary("My notifications, newest first; with ?seen=false those that I have not seen");
        group.MapPost("/seen", SeeAllAsync).WithSummary("I have seen all of them");
        group.MapPost("/{id}/seen", SeeAsync).WithSummary("I have seen it; the first time stands").Refuses(NotificationRefusal.NotificationNotFound);
        api.MapPut("/account/notifications", ChooseAsync).WithTags("Account").WithMetadata(new BodyLimit(LargestBody)).RequireAuthorization(Policies.OwnAccount)
            .WithSummary("Whether I want one e-mail a day instead of each");
    }

    private static async Task<IResult> ListAsync([AsParameters] NotificationQuery query, Caller caller, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(query, caller.Actor.Id, read);
        return Listing.Answer(http, page,
            ("notificationId", item => item.NotificationId), ("requestId", item => item.RequestId), ("event", item => item.Event), ("subject", item => item.Subject),
            ("at", item => item.At), ("seenAt", item => item.SeenAt));
    }

    /// <summary>A page of somebody's notifications, newest first.</summary>
    public static async Task<Page<NotificationItem>> PageAsync(NotificationQuery query, string userId, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            "select message_id, request_id, template, subject, body, at, seen_at from message where user_id = $1 and template <> $5 and ($2 = '' or ($2 = 'yes') = (seen_at is not null)) "
            + "and ($3 = '' or (at, message_id) < (select a.at, a.message_id from message a where a.message_id = $3 and a.user_id = $1)) order by at desc, message_id desc limit $4",
            row => new NotificationItem(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Listing.Time(row.GetInt64(5)), row.NumberOrNull(6) is { } seen ? Listing.Time(seen) : null),
            userId, query.Seen switch { null => "", true => "yes", false => "no" }, query.After ?? "", (long)most, Letters.Template));
        return new Page<NotificationItem>(rows, rows.Count == most ? rows[^1].NotificationId : null);
    }

    /// <summary>How many of them they have not seen; 100 stands for as many or more.</summary>
    public static Task<long> UnseenAsync(string userId, ReadStore read) => read.Database.ReadAsync(session =>
        session.NumberAsync("select count(*) from (select 1 as one from message where user_id = $1 and seen_at is null limit 100) as unseen", userId));

    /// <summary>Whether somebody has chosen one e-mail a day.</summary>
    public static async Task<bool> IsDailyAsync(string userId, ReadStore read) =>
        await read.Database.ReadAsync(session => session.NumberAsync("select count(*) from message_choice where user_id = $1 and is_daily = 1", userId)) > 0;

    private static async Task<Results<NoContent, ProblemHttpResult>> SeeAsync(string id, Caller caller, ReadStore read, TimeProvider clock) =>
        await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "update message set seen_at = coalesce(seen_at, $3) where message_id = $1 and user_id = $2", id, caller.Actor.Id, clock.GetUtcNow().ToUnixTimeMilliseconds())) == 0
            ? NotificationRefusal.NotificationNotFound.Because().ToProblem()
            : TypedResults.NoContent();

    private static async Task<NoContent> SeeAllAsync(Caller caller, ReadStore read, TimeProvider clock)
    {
        await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "update message set seen_at = $2 where user_id = $1 and seen_at is null", caller.Actor.Id, clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChooseAsync(NotificationChoice body, Caller caller, ReadStore read)
    {
        await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into message_choice (user_id, is_daily) values ($1, $2) on conflict (user_id) do update set is_daily = excluded.is_daily", caller.Actor.Id, body.Daily ? 1L : 0L));
        return TypedResults.NoContent();
    }
}

/// <summary>Which notifications.</summary>
internal sealed record NotificationQuery(bool? Seen, string? After, int? Limit);

/// <summary>A notification.</summary>
public sealed record NotificationItem(string NotificationId, string RequestId, string Event, string Subject, string Text, DateTimeOffset At, DateTimeOffset? SeenAt);

/// <summary>Whether somebody wants one e-mail a day.</summary>
internal sealed record NotificationChoice(bool Daily);
