using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Requests;

/// <summary>Lists of requests, from the read model.</summary>
internal static class RequestLists
{
    private static readonly string[] Inside = [Roles.RequestManager, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Auditor];

    public static async Task<IResult> ListAsync([AsParameters] RequestQuery query, Caller caller, HttpContext http, ReadStore read)
    {
        var page = await PageAsync(query, caller, read);
        return Listing.Answer(http, page,
            ("requestId", item => item.RequestId), ("title", item => item.Title), ("stage", item => ViewName.Of(item.Stage)), ("stageSince", item => item.StageSince), ("ball", item => item.Ball),
            ("submittedAt", item => item.SubmittedAt), ("institutionId", item => item.InstitutionId), ("investigator", item => item.Investigator), ("endsAt", item => item.EndsAt));
    }

    /// <summary>Whether somebody of these roles sees all requests that were handed in.</summary>
    public static bool IsInside(IEnumerable<string> roles) => roles.Any(Inside.Contains);

    /// <summary>A page of the requests that the caller may see.</summary>
    public static async Task<Page<RequestItem>> PageAsync(RequestQuery query, Caller caller, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var isInside = Inside.Any(role => caller.Principal.HasClaim(ClaimTypes.Role, role));
        var filter = new RequestFilter(caller.Actor.Id, isInside)
        {
            Part = ViewName.Stored(query.Part), Stage = ViewName.Stored(query.Stage), Ball = query.Ball ?? "", Dataset = query.Dataset ?? "", Institution = query.Institution ?? "", Words = query.Q,
        };
        var rows = await read.Database.ReadAsync(session => RequestList.PageAsync(session, filter, Place(query.After), query.Sort == "stageSince", most));
        var next = rows.Count == most ? rows[^1].Place.ToString(CultureInfo.InvariantCulture) : null;
        return new Page<RequestItem>([.. rows.Select(Item)], next);
    }

    private static long? Place(string? cursor) => Listing.Number(cursor, -1) is >= 0 and var place ? place : null;

    private static RequestItem Item(RequestLine line) => new(
        line.RequestId, line.Kind, line.Title, line.Stage, Listing.Time(line.StageSince), line.Ball, Time(line.SubmittedAt), line.InstitutionId, line.Investigator,
        line.Ballot, line.Paused, line.OpenQuestions, Time(line.DueAt), Time(line.EndsAt));

    private static DateTimeOffset? Time(long? at) => at is { } ms ? Listing.Time(ms) : null;
}

/// <summary>What is asked of the list.</summary>
/// <param name="Stage">A stage.</param>
/// <param name="Ball">Who has to act.</param>
/// <param name="Part">The caller's part: PrincipalInvestigator, Delegate, Member, Reviewer.</param>
/// <param name="Q">Words of title, investigator or id, in any order; the last one may be a beginning.</param>
/// <param name="Dataset">A dataset.</param>
/// <param name="Institution">An institution.</param>
/// <param name="Sort">-stageSince (newest first, the usual) or stageSince.</param>
/// <param name="After">The cursor.</param>
/// <param name="Limit">Items on a page.</param>
public sealed record RequestQuery(string? Stage, string? Ball, string? Part, string? Q, string? Dataset, string? Institution, string? Sort, string? After, int? Limit);

/// <summary>A request in a list.</summary>
public sealed record RequestItem(
    string RequestId, [property: JsonConverter(typeof(ViewName))] string Kind, string Title, [property: JsonConverter(typeof(ViewName))] string Stage, DateTimeOffset StageSince, string Ball, DateTimeOffset? SubmittedAt, string InstitutionId, string Investigator,
    string? Ballot, string? Paused, long OpenQuestions, DateTimeOffset? DueAt, DateTimeOffset? EndsAt);
