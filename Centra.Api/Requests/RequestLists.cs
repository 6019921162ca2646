using System.Data.Common;
using System.Security.Claims;
using Centra.Api.Http;
using Centra.Storage;

namespace Centra.Api.Requests;

/// <summary>Lists of requests, from the read model.</summary>
internal static class RequestLists
{
    private static readonly string[] Inside = [Roles.RequestManager, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Auditor];

    // Who is inside sees what was handed in; everybody what they have a part in.
    private const string Sql = """
        select r.request_id, r.kind, r.title, r.stage, r.stage_since, r.ball, r.submitted_at, r.institution_id, r.investigator, r.ballot, r.paused, r.open_questions, r.due_at, r.ends_at
        from request r
        where ($1 = 1 and r.stage <> 'Draft' or exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $2 and ($3 = '' or p.part = $3)))
          and ($3 = '' or exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $2 and p.part = $3))
          and ($4 = '' or r.stage = $4) and ($5 = '' or r.ball = $5) and ($6 = '' or r.words like $6 escape '~')
          and ($7 = '' or exists (select 1 from request_dataset d where d.request_id = r.request_id and d.dataset_id = $7))
          and ($8 = '' or r.institution_id = $8)
        """;

    public static async Task<IResult> ListAsync([AsParameters] RequestQuery query, Caller caller, HttpContext http, ReadStore read)
    {
        var most = Listing.Limit(query.Limit);
        var isInside = Inside.Any(role => caller.Principal.HasClaim(ClaimTypes.Role, role));
        var oldestFirst = query.Sort == "stageSince";
        var (at, after) = Place(query.After, oldestFirst);
        var order = oldestFirst
            ? "and (r.stage_since, r.request_id) > ($9, $10) order by r.stage_since, r.request_id limit $11"
            : "and (r.stage_since, r.request_id) < ($9, $10) order by r.stage_since desc, r.request_id desc limit $11";
        var words = string.IsNullOrWhiteSpace(query.Q) ? "" : RequestWords.Pattern(query.Q.Trim());
        var rows = await read.Database.ReadAsync(session => session.QueryAsync(
            $"{Sql} {order}", Row, isInside ? 1L : 0L, caller.Actor.Id, query.Part ?? "", query.Stage ?? "", query.Ball ?? "", words, query.Dataset ?? "", query.Institution ?? "",
            at, after, (long)most));
        var next = rows.Count == most ? $"{rows[^1].StageSince.ToUnixTimeMilliseconds()}~{rows[^1].RequestId}" : null;
        return Listing.Answer(http, new Page<RequestItem>(rows, next),
            ("requestId", item => item.RequestId), ("title", item => item.Title), ("stage", item => item.Stage), ("stageSince", item => item.StageSince), ("ball", item => item.Ball),
            ("submittedAt", item => item.SubmittedAt), ("institutionId", item => item.InstitutionId), ("investigator", item => item.Investigator), ("endsAt", item => item.EndsAt));
    }

    private static (long At, string After) Place(string? cursor, bool oldestFirst)
    {
        var cut = cursor?.IndexOf('~', StringComparison.Ordinal) ?? -1;
        return cut > 0 ? (Listing.Number(cursor![..cut], 0), cursor[(cut + 1)..]) : oldestFirst ? (-1, "") : (long.MaxValue, "");
    }

    private static RequestItem Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Listing.Time(row.GetInt64(4)), row.GetString(5), Time(row, 6), row.GetString(7), row.GetString(8),
        row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(10) ? null : row.GetString(10), row.GetInt64(11), Time(row, 12), Time(row, 13));

    private static DateTimeOffset? Time(DbDataReader row, int at) => row.IsDBNull(at) ? null : Listing.Time(row.GetInt64(at));
}

/// <summary>What is asked of the list.</summary>
/// <param name="Stage">A stage.</param>
/// <param name="Ball">Who has to act.</param>
/// <param name="Part">The caller's part: PrincipalInvestigator, Delegate, Member, Reviewer.</param>
/// <param name="Q">Words of title or investigator.</param>
/// <param name="Dataset">A dataset.</param>
/// <param name="Institution">An institution.</param>
/// <param name="Sort">-stageSince (newest first, the usual) or stageSince.</param>
/// <param name="After">The cursor.</param>
/// <param name="Limit">Items on a page.</param>
internal sealed record RequestQuery(string? Stage, string? Ball, string? Part, string? Q, string? Dataset, string? Institution, string? Sort, string? After, int? Limit);

/// <summary>A request in a list.</summary>
internal sealed record RequestItem(
    string RequestId, string Kind, string Title, string Stage, DateTimeOffset StageSince, string Ball, DateTimeOffset? SubmittedAt, string InstitutionId, string Investigator,
    string? Ballot, string? Paused, long OpenQuestions, DateTimeOffset? DueAt, DateTimeOffset? EndsAt);
