namespace Centra.Storage;

/// <summary>Reviewers as those who assign them look at them.</summary>
public static class ReviewerList
{
    private const string LoadSql = "select p.user_id, count(*) from request_person p join request r on r.request_id = p.request_id "
        + "where p.part = 'Reviewer' and r.stage = 'CommitteeReview' group by p.user_id order by 2 desc";

    /// <summary>Profiles of these people; who has none is missing.</summary>
    public static Task<List<ReviewerLine>> OfAsync(DbSession session, IEnumerable<string> userIds)
    {
        const string sql = "select user_id, institution, expertise, absent_from, absent_to, deputy_id from reviewer where user_id = ";
        return Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", userIds.Distinct().ToArray(), row => new ReviewerLine(
            row.GetString(0), row.TextOrNull(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5)));
    }

    /// <summary>How many requests are before each reviewer now, most first; who has none is missing.</summary>
    public static Task<List<(string UserId, long Requests)>> LoadAsync(DbSession session) => session.QueryAsync(LoadSql, row => (row.GetString(0), row.GetInt64(1)));
}

/// <summary>A reviewer's profile. Days are yyyy-MM-dd.</summary>
public sealed record ReviewerLine(string UserId, string? InstitutionId, string Expertise, string? AbsentFrom, string? AbsentTo, string? DeputyId);
