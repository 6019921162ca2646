namespace Centra.Storage;

/// <summary>
/// Streams with events that no checkpoint has signed. Only events that are about as new as the last checkpoint are looked at: those before it
/// were signed by it or by an earlier one.
/// </summary>
public static class GrownStreams
{
    /// <summary>The name under which it is noted when a checkpoint was last looked for.</summary>
    public const string Checkpoint = "audit-checkpoint";

    private const string Grown = "from (select s.stream, (select max(l.position) from event l where l.stream = s.stream) as last from (select distinct stream from event where at >= $1) s) g "
        + "left join audit_head h on h.stream = g.stream ";

    private const string IsNew = "g.last > coalesce(h.position, 0)";

    internal const string Heads = $"select g.stream, g.last, e.hash {Grown}join event e on e.stream = g.stream and e.position = g.last where {IsNew} order by g.stream";

    internal const string Count = $"select count(*) {Grown}where {IsNew}";

    // How much older than the last checkpoint an event may be that reached the trail after it: the sweep of outboxes comes every minute.
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    /// <summary>Where they end, by stream.</summary>
    public static async Task<List<StreamHead>> HeadsAsync(DbSession session) => await session.QueryAsync(
        Heads, row => new StreamHead(row.GetString(0), row.GetInt64(1), row.GetString(2)), await SinceAsync(session));

    /// <summary>How many.</summary>
    public static async Task<long> CountAsync(DbSession session) => await session.NumberAsync(Count, await SinceAsync(session));

    /// <summary>When a checkpoint was last looked for, Unix milliseconds; 0 where none was yet.</summary>
    public static Task<long> CheckedAtAsync(DbSession session) => session.NumberAsync("select max(position) from sweep_checkpoint where name = $1", Checkpoint);

    private static async Task<long> SinceAsync(DbSession session) => await CheckedAtAsync(session) - (long)Late.TotalMilliseconds;
}
