namespace Centra.Storage;

/// <summary>
/// Where a request stands in lists: one number that grows with the time of its stage and is like no other's. The full-text index is kept
/// in this order, so that a page is read from it without sorting.
/// </summary>
public static class RequestPlace
{
    /// <summary>Bits below the milliseconds, which take 43 until the year 2248.</summary>
    public const int Bits = 20;

    /// <summary>A free place for a request that came to its stage at this time.</summary>
    public static async Task<long> FreeAsync(DbSession session, long stageSince, string requestId)
    {
        var place = (stageSince << Bits) | (Spread(requestId) & ((1L << Bits) - 1));
        while (await session.NumberAsync("select count(*) from request where place = $1 and request_id <> $2", place, requestId) > 0)
            place++;
        return place;
    }

    // FNV-1a: two requests of one millisecond hardly ever meet, also where two silos write.
    private static uint Spread(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
