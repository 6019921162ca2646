namespace Centra.Storage;

/// <summary>What is known of some requests beside their own rows, for the lists of what somebody has to do.</summary>
public static class DutyList
{
    internal const string Releases = "select request_id, version, standing, prepared_by from release where request_id = ";

    /// <summary>Titles by request.</summary>
    public static async Task<Dictionary<string, string>> TitlesAsync(DbSession session, IEnumerable<string> requests) =>
        (await ManyAsync(session, "select request_id, title from request where request_id = ", requests, row => (row.GetString(0), row.GetString(1)))).ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>Titles by request, of those that are somebody's at this time; without anybody, of all.</summary>
    public static async Task<Dictionary<string, string>> TitlesAsync(DbSession session, IEnumerable<string> requests, string? userId, long now)
    {
        var titles = await TitlesAsync(session, requests);
        if (userId is null || titles.Count == 0)
            return titles;
        var own = await ManyAsync(session, "select user_id, request_id from request_person where request_id = ", titles.Keys, row => (User: row.GetString(0), Request: row.GetString(1)));
        var signed = await SignedForAsync(session, titles.Keys, userId, now);
        return titles.IntersectBy(own.Where(part => part.User == userId).Select(part => part.Request).Concat(signed), title => title.Key).ToDictionary();
    }

    private static async Task<IEnumerable<string>> SignedForAsync(DbSession session, IEnumerable<string> requests, string userId, long now)
    {
        var institutions = await RequestOwners.SignsForAsync(session, userId, now);
        return institutions.Count == 0 ? []
            : (await ManyAsync(session, "select request_id, institution_id from request where agreement_version > 0 and request_id = ", requests, row => (Request: row.GetString(0), Ror: row.GetString(1))))
                .Where(row => institutions.Contains(row.Ror)).Select(row => row.Request);
    }

    /// <summary>Those whose cost was estimated: their ledger has begun.</summary>
    public static async Task<HashSet<string>> EstimatedAsync(DbSession session, IEnumerable<string> requests) =>
        [.. await ManyAsync(session, "select stream from event where position = 1 and stream = ", requests.Select(id => $"ledger/{id}"), row => row.GetString(0)["ledger/".Length..])];

    /// <summary>Those with an invoice that is asked for.</summary>
    public static async Task<HashSet<string>> InvoicedAsync(DbSession session, IEnumerable<string> requests) =>
        [.. await ManyAsync(session, "select request_id from invoice where standing = 'Open' and request_id = ", requests, row => row.GetString(0))];

    /// <summary>Their newest release: how it stands, and who ordered it.</summary>
    public static async Task<Dictionary<string, (string Standing, string PreparedBy)>> ReleasesAsync(DbSession session, IEnumerable<string> requests) =>
        (await ManyAsync(session, Releases, requests,
            row => (Id: row.GetString(0), Version: row.GetInt64(1), Release: (row.GetString(2), row.GetString(3)))))
            .GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Version).Release);

    private static Task<List<T>> ManyAsync<T>(DbSession session, string sql, IEnumerable<string> keys, Func<System.Data.Common.DbDataReader, T> map) =>
        Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", keys.Distinct().ToArray(), map);
}
