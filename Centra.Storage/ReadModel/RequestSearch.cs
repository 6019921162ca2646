namespace Centra.Storage;

/// <summary>
/// The full-text index of requests on SQLite, as far as the database does not keep it by itself. PostgreSQL does, with its vacuum.
/// </summary>
public static class RequestSearch
{
    // So many pages at a time, then others may write.
    private const long Pages = 64;

    /// <summary>Sees to it that words that were taken out of requests stand in no page of the index any more.</summary>
    /// <returns>False where nothing was taken out.</returns>
    public static async Task<bool> ForgetRemovedAsync(IDatabase database)
    {
        if (database.Dialect is not Dialect.Sqlite)
            return false;
        var last = await database.ReadAsync(session => session.NumberAsync("select max(number) from request_search_removal"));
        if (last == 0)
            return false;
        // A negative number begins a merge of the whole index, others go on with it.
        for (var pages = -Pages; await database.WriteAsync(Fence.None, session => MergeAsync(session, pages)); pages = Pages)
        {
        }
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync("delete from request_search_removal where number <= $1", last));
        return await database.ScrubAsync();
    }

    // Whether there was anything to do: the statement itself counts as one change.
    private static async Task<bool> MergeAsync(DbSession session, long pages)
    {
        var before = await session.NumberAsync("select total_changes()");
        await session.ExecuteAsync("insert into request_search (request_search, rank) values ('merge', $1)", pages);
        return await session.NumberAsync("select total_changes()") - before > 1;
    }
}
