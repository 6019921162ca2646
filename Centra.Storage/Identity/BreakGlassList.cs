using System.Data.Common;

namespace Centra.Storage;

/// <summary>The list of break-glass accesses, oldest first.</summary>
public static class BreakGlassList
{
    /// <summary>Accesses in a state, above the one where the last page ended.</summary>
    /// <param name="session">Where.</param>
    /// <param name="state">open (not reviewed), overdue or reviewed; anything else: all.</param>
    /// <param name="now">When.</param>
    /// <param name="after">The last access of the page before; empty for the first page.</param>
    /// <param name="most">How many.</param>
    public static Task<List<BreakGlassRow>> PageAsync(DbSession session, string? state, DateTimeOffset now, string after, int most)
    {
        var wanted = state switch
        {
            "open" => "reviewed_at is null",
            "overdue" => "reviewed_at is null and review_due <= $2",
            "reviewed" => "reviewed_at is not null",
            _ => "$2 > 0",
        };
        return session.QueryAsync(
            "select break_glass_id, user_id, purpose, opened_at, until, review_due, outcome, reviewed_by, reviewed_at from break_glass "
            + $"where {wanted} and $2 > 0 and ($1 = '' or (opened_at, break_glass_id) > (select b.opened_at, b.break_glass_id from break_glass b where b.break_glass_id = $1)) "
            + "order by opened_at, break_glass_id limit $3", Read, after, now.ToUnixTimeMilliseconds(), (long)most);
    }

    private static BreakGlassRow Read(DbDataReader row) => new()
    {
        BreakGlassId = row.GetString(0),
        UserId = row.GetString(1),
        Purpose = row.GetString(2),
        OpenedAt = row.GetInt64(3),
        Until = row.GetInt64(4),
        ReviewDue = row.GetInt64(5),
        Outcome = row.GetString(6),
        ReviewedBy = row.TextOrNull(7),
        ReviewedAt = row.NumberOrNull(8),
    };
}
