using System.Globalization;
using System.Text;
using System.Text.Json;
using Centra.Api.Http;
using Centra.Api.OpenApi;
using Centra.Api.Security;
using Centra.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Centra.Api.People;

/// <summary>The audit trail: every event of every stream, and every attempt to sign in.</summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/audit").WithTags("Audit").RequireAuthorization(Policies.SeeAudit);
        group.MapGet("/", EventsAsync).WithSummary("Events, by stream, actor, type and time").Refuses(RequestRefusal.CursorIsWrong);
        group.MapGet("/sign-ins", SignInsAsync).WithSummary("Attempts to sign in, newest first");
    }

    private static async Task<IResult> EventsAsync([AsParameters] AuditQuery query, HttpContext http, ReadStore read)
    {
        var page = await EventPageAsync(query, read);
        return page.IsRefused ? page.Refusal.ToProblem() : Listing.Answer(http, page.Value,
            ("at", item => item.At), ("stream", item => item.Stream), ("position", item => item.Position), ("type", item => item.Type), ("actor", item => item.Actor),
            ("payload", item => item.Payload.GetRawText()), ("hash", item => item.Hash));
    }

    /// <summary>A page of events.</summary>
    public static async Task<Result<Page<AuditItem>>> EventPageAsync(AuditQuery query, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var newestFirst = query.Sort == "-at";
        var filter = new EventFilter(query.Stream, query.Actor, query.Type, Listing.Ms(query.From, 0), Listing.Ms(query.To, long.MaxValue));
        var beyond = string.IsNullOrEmpty(query.After) ? (newestFirst ? EventPlace.Last : EventPlace.First) : Place(query.After);
        if (beyond is null)
            return RequestRefusal.CursorIsWrong;
        var rows = await read.Database.ReadAsync(session => EventList.PageAsync(session, filter, beyond, newestFirst, most));
        return new Page<AuditItem>([.. rows.Select(AuditItem.Of)], rows.Count == most ? Cursor(rows[^1]) : null);
    }

    private static async Task<IResult> SignInsAsync([AsParameters] SignInsQuery query, HttpContext http, ReadStore read)
    {
        var page = await SignInPageAsync(query, read);
        return Listing.Answer(http, page,
            ("at", item => item.At), ("userId", item => item.UserId), ("outcome", item => item.Outcome), ("address", item => item.Address));
    }

    /// <summary>A page of the list.</summary>
    public static async Task<Page<SignInItem>> SignInPageAsync(SignInsQuery query, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var filter = new SignInFilter(query.User ?? "", Listing.Ms(query.From, 0), Listing.Ms(query.To, long.MaxValue));
        var rows = await read.Database.ReadAsync(session => SignInList.PageAsync(session, filter, Listing.Number(query.After, long.MaxValue), most));
        return new Page<SignInItem>([.. rows.Select(row => new SignInItem(Listing.Time(row.At), row.UserId, row.Outcome, row.Address))], rows.Count == most ? $"{rows[^1].Number}" : null);
    }

    private static string Cursor(EventRow row) =>
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{row.At}\n{row.Position}\n{row.Stream}")));

    private static EventPlace? Place(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)).Split('\n', 3) is [var at, var position, var stream]
                && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new EventPlace(ms, stream, number)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>Which events.</summary>
/// <param name="Stream">How the stream's key begins: person/, practice/north.</param>
/// <param name="Actor">Who.</param>
/// <param name="Type">Name of the event.</param>
/// <param name="From">From when.</param>
/// <param name="To">Before when.</param>
/// <param name="Sort">at (oldest first) or -at.</param>
/// <param name="After">From where to read on.</param>
/// <param name="Limit">How many.</param>
internal sealed record AuditQuery(string? Stream, string? Actor, string? Type, DateTimeOffset? From, DateTimeOffset? To, string? Sort, string? After, int? Limit);

/// <summary>An event.</summary>
internal sealed record AuditItem(string Stream, long Position, string Type, DateTimeOffset At, string Actor, JsonElement Payload, string CommandId, string PreviousHash, string Hash)
{
    public static AuditItem Of(EventRow row)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        return new AuditItem(row.Stream, row.Position, row.Type, Listing.Time(row.At), row.Actor, payload.RootElement.Clone(), row.CommandId, row.PreviousHash, row.Hash);
    }
}

/// <summary>Which attempts to sign in, of whom and when.</summary>
internal sealed record SignInsQuery(string? User, DateTimeOffset? From, DateTimeOffset? To, string? After, int? Limit);

/// <summary>An attempt to sign in.</summary>
internal sealed record SignInItem(DateTimeOffset At, string? UserId, string Outcome, string Address);
