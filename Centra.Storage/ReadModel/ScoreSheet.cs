namespace Centra.Storage;

/// <summary>What reviewers have written of evaluations and not handed in: one sheet each a request, the latest words in place of the former.</summary>
public static class ScoreSheet
{
    /// <summary>Keeps one.</summary>
    public static Task<int> KeepAsync(DbSession session, string requestId, string userId, string sheet, long at) => session.ExecuteAsync(
        "insert into score_sheet (request_id, user_id, sheet, saved_at) values ($1, $2, $3, $4) on conflict (request_id, user_id) do update set sheet = $3, saved_at = $4", requestId, userId, sheet, at);

    /// <summary>Somebody's own, and when it was kept in Unix milliseconds; nothing where there is none.</summary>
    public static async Task<(string Sheet, long At)?> FindAsync(DbSession session, string requestId, string userId) =>
        await session.QueryAsync("select sheet, saved_at from score_sheet where request_id = $1 and user_id = $2", row => (row.GetString(0), row.GetInt64(1)), requestId, userId) is [var found] ? found : null;

    /// <summary>Takes somebody's away; without anybody, all of a request.</summary>
    public static Task<int> RemoveAsync(DbSession session, string requestId, string? userId = null) =>
        session.ExecuteAsync("delete from score_sheet where request_id = $1 and ($2 = '' or user_id = $2)", requestId, userId ?? "");
}
