using System.Data.Common;

namespace Centra.Storage;

/// <summary>Lists of requests. Whatever is asked, one index answers, in the order of the list; a page costs the same wherever it is.</summary>
public static class RequestList
{
    // Newest first from beyond a place; the list's order is the order of the index.
    private const string Columns = "select r.request_id, r.kind, r.title, r.stage, r.stage_since, r.ball, r.submitted_at, r.institution_id, r.investigator, r.ballot, r.paused, "
        + "r.open_questions, r.due_at, r.ends_at, r.place ";

    // The index narrows; whether a request may be seen, and is what was asked for, is asked of the rows themselves.
    private const string Filter = $"""
         and ($4 = 1 and r.stage <> 'Draft' and (r.stage <> 'Withdrawn' or r.submitted_at is not null) or exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $5)
           or r.agreement_version > 0 and $13 like '%|' || r.institution_id || '|%')
          and ($6 = '' or exists (select 1 from request_person p where p.request_id = r.request_id and p.user_id = $5 and p.part = $6))
          and ($7 = '' or r.stage = $7) and ($8 = '' or r.ball = $8) and ($9 = '' or r.institution_id = $9)
          and ($10 = '' or exists (select 1 from request_dataset d where d.request_id = r.request_id and d.dataset_id = $10)) and ({RequestMine.Sql})
        """;

    /// <summary>A page of requests.</summary>
    /// <param name="session">Where.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">The place where the last page ended; null for the first page.</param>
    /// <param name="oldestFirst">Those that have been in their stage longest come first.</param>
    /// <param name="most">How many.</param>
    public static Task<List<RequestLine>> PageAsync(DbSession session, RequestFilter filter, long? after, bool oldestFirst, int most) => session.QueryAsync(
        Sql(session.Dialect, oldestFirst), RequestLine.Read, RequestQuestion.Of(filter, session.Dialect), after ?? (oldestFirst ? -1 : long.MaxValue), (long)most,
        filter.IsInside ? 1L : 0L, filter.UserId, filter.Part, filter.Stage, filter.Ball, filter.Institution, filter.Dataset, filter.Mine, Listed(filter.Turns), Listed(filter.Institutions));

    // One text, each between strokes.
    private static string Listed(IEnumerable<string> values) => $"|{string.Join('|', values)}|";

    internal static string Sql(Dialect dialect, bool oldestFirst)
    {
        var (beyond, order) = oldestFirst ? (">", "") : ("<", " desc");
        return dialect is Dialect.Sqlite
            ? $"{Columns}from request_search s cross join request r on r.place = s.rowid where s.request_search match $1 and s.rowid {beyond} $2{Filter} order by s.rowid{order} limit $3"
            : $"{Columns}from request r where r.search @@ $1::tsquery and r.place {beyond} $2{Filter} order by r.place{order} limit $3";
    }
}

/// <summary>A request in a list. Times are Unix milliseconds.</summary>
public sealed record RequestLine(
    string RequestId, string Kind, string Title, string Stage, long StageSince, string Ball, long? SubmittedAt, string InstitutionId, string Investigator,
    string? Ballot, string? Paused, long OpenQuestions, long? DueAt, long? EndsAt, long Place)
{
    /// <summary>Only the id.</summary>
    public override string ToString() => RequestId;

    internal static RequestLine Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), Number(row, 6), row.GetString(7), row.GetString(8),
        Text(row, 9), Text(row, 10), row.GetInt64(11), Number(row, 12), Number(row, 13), row.GetInt64(14));

    private static long? Number(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    private static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
}
