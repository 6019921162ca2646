using System.Globalization;
using System.Security.Claims;
using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Requests;

/// <summary>Lists of requests, from the read model.</summary>
internal static class RequestLists
{
    private static readonly string[] Inside = [Roles.RequestManager, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Auditor];

    // Whose turn it is by their role alone. An applicant's and a reviewer's is asked for by their own part.
    private static readonly (string Role, string Ball)[] Turns =
    [
        (Roles.RequestManager, "manager"), (Roles.Chair, RequestMine.Chair), (Roles.Finance, "finance"), (Roles.DataSteward, "steward"), (Roles.SocietySignatory, "society signatory"),
    ];

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
        var rows = await read.Database.ReadAsync(async session =>
            await RequestList.PageAsync(session, await FilterAsync(session, query, caller), Place(query.After), query.Sort == "stageSince", most));
        var next = rows.Count == most ? rows[^1].Place.ToString(CultureInfo.InvariantCulture) : null;
        return new Page<RequestItem>([.. rows.Select(Item)], next);
    }

    private static async Task<RequestFilter> FilterAsync(DbSession session, RequestQuery query, Caller caller)
    {
        bool Has(string role) => caller.Principal.HasClaim(ClaimTypes.Role, role);
        return new RequestFilter(caller.Actor.Id, Inside.Any(Has))
        {
            Part = ViewName.Stored(query.Part), Stage = ViewName.Stored(query.Stage), Ball = query.Ball ?? "", Dataset = query.Dataset ?? "", Institution = query.Institution ?? "", Words = query.Q,
            Mine = query.Mine ?? "",
            Turns = [.. Turns.Where(turn => Has(turn.Role)).Select(turn => turn.Ball)],
            Institutions = Has(Roles.SigningOfficial) ? await RequestOwners.SignsForAsync(session, caller.Actor.Id, caller.At.ToUnixTimeMilliseconds()) : [],
        };
    }

    private static long? Place(string? cursor) => Listing.Number(cursor, -1) is >= 0 and var place ? place : null;

    private static RequestItem Item(RequestLine line) => new(
        line.RequestId, line.Kind, line.Title, line.Stage, Listing.Time(line.StageSince), line.Ball, Time(line.SubmittedAt), line.InstitutionId, line.Investigator,
        line.Ballot, line.Paused, line.OpenQuestions, Time(line.DueAt), Time(line.EndsAt));

    private static DateTimeOffset? Time(long? at) => at is { } ms ? Listing.Time(ms) : null;
}
