namespace Centra.Storage;

/// <summary>
/// Streams with events that no checkpoint has signed. Only events that are about as new as the last checkpoint are looked at: those before it
/// were signed by it or by an earlier one.
/// </summary>
public static class GrownStreams
{
    /// <summary>The name under which it is noted when a checkpoint was last looked for.</summary>
    public const string Checkpoint = "audit-checkpoint";

    private const string Grown = "from event e left join audit_head h on h.stream = e.stream where e.at >= $1 and e.position > coalesce(h.position, 0) "
        + "and not exists (select 1 from event later where later.stream = e.stream and later.position = e.position + 1)";

    internal const string Heads = $"select e.stream, e.position, e.hash {Grown}";

    internal const string Count = $"select count(*) {Grown}";

    // How much older than the last checkpoint an event may be that reached the trail after it: the sweep of outboxes comes every minute.
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    /// <summary>Where they end, by stream.</summary>
    public static async Task<List<StreamHead>> HeadsAsync(DbSession session)
    {
        var heads = await session.QueryAsync(Heads, row => new StreamHead(row.GetString(0), row.GetInt64(1), row.GetString(2)), await SinceAsync(session));
        return [.. heads.OrderBy(head => head.Stream, StringComparer.Ordinal)];
    }

    /// <summary>How many.</summary>
    public static async Task<long> CountAsync(DbSession session) => await session.NumberAsync(Count, await SinceAsync(session));

    /// <summary>When a checkpoint was last looked for, Unix milliseconds; 0 where none was yet.</summary>
    public static Task<long> CheckedAtAsync(DbSession session) => session.NumberAsync("select max(position) from sweep_checkpoint where name = $1", Checkpoint);

    private static async Task<long> SinceAsync(DbSession session) => await CheckedAtAsync(session) - (long)Late.TotalMilliseconds;
}
