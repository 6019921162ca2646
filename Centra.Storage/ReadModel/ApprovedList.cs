using System.Data.Common;

namespace Centra.Storage;

/// <summary>The register of approved requests, newest decision first.</summary>
public static class ApprovedList
{
    // In the order of the index, whatever the stage; its own index would have to be sorted.
    // The stage says that the applicant was told: a decision that nobody was told of, the first or after a reconsideration, is in committee.
    private const string Sql = """
        select r.request_id, r.title, r.investigator, coalesce(i.name, r.institution_id), r.notified_at, r.stage
        from request r left join institution i on i.ror = r.institution_id
        where r.notified_at is not null and coalesce(r.stage, '') in ('Contracting', 'Fulfilment', 'Active', 'Closed', 'Expired', 'Revoked', 'Declined', 'NotFulfilled')
          and exists (select 1 from request_dataset d where d.request_id = r.request_id and d.outcome = 'Approved')
        """;

    internal const string First = $"{Sql} order by r.notified_at desc, r.request_id desc limit $1";
    internal const string Next = $"{Sql} and (r.notified_at, r.request_id) < ($2, $3) order by r.notified_at desc, r.request_id desc limit $1";

    /// <summary>How many were decided from a time on and before another.</summary>
    public static Task<long> CountAsync(DbSession session, long from, long to) =>
        session.NumberAsync($"select count(*) from ({Sql} and r.notified_at >= $1 and r.notified_at < $2) decided", from, to);

    /// <summary>A page: id, title, investigator, institution, time of the decision, stage.</summary>
    /// <param name="session">Where.</param>
    /// <param name="after">The request that the last page ended with; empty for the first page.</param>
    /// <param name="most">How many.</param>
    /// <param name="map">What becomes of a row.</param>
    public static async Task<List<T>> PageAsync<T>(DbSession session, string after, int most, Func<DbDataReader, T> map)
    {
        if (after.Length == 0)
            return await session.QueryAsync(First, map, (long)most);
        var notifiedAt = await session.NumberAsync("select notified_at from request where request_id = $1", after);
        return await session.QueryAsync(Next, map, (long)most, notifiedAt, after);
    }
}
