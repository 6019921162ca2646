using System.Data.Common;

namespace Centra.Storage;

/// <summary>The audit trail.</summary>
public static class EventList
{
    private const string Filter = "($4 = '' or substr(stream, 1, length($4)) = $4) and ($5 = '' or actor = $5) and ($6 = '' or type = $6) and at >= $7 and at < $8";
    // Until a sealed ballot closes nobody reads what was voted, auditors included; its hash stands there before.
    private const string Columns = "select stream, position, type, case when type = 'Evaluated' and exists (select 1 from request r where r.request_id = substr(stream, 9) and r.is_sealed = 1) "
        + "then '{\"isSealed\":true}' else payload end, actor, at, command_id, previous_hash, hash from event where ";

    internal const string OfStream = $"{Columns} stream = $1 and position > $2 order by position limit $3";

    internal const string OfType = $"{Columns} stream = $1 and type = $2 order by position limit $3";

    /// <summary>Events that pass a filter, oldest first or newest first, beyond a place.</summary>
    public static Task<List<EventRow>> PageAsync(DbSession session, EventFilter filter, EventPlace beyond, bool newestFirst, int most) => session.QueryAsync(
        newestFirst
            ? $"{Columns} (at, stream, position) < ($1, $2, $3) and {Filter} order by at desc, stream desc, position desc limit $9"
            : $"{Columns} (at, stream, position) > ($1, $2, $3) and {Filter} order by at, stream, position limit $9",
        Read, beyond.At, beyond.Stream, beyond.Position, filter.Stream ?? "", filter.Actor ?? "", filter.Type ?? "", filter.From, filter.To, (long)most);

    /// <summary>Adds an event to the trail.</summary>
    public static Task<int> AppendAsync(DbSession session, EventRow row) => session.ExecuteAsync(
        "insert into event (stream, position, type, payload, actor, at, command_id, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.Stream, row.Position, row.Type, row.Payload, row.Actor, row.At, row.CommandId, row.PreviousHash, row.Hash);

    /// <summary>Events of one stream, oldest first, beyond a position.</summary>
    public static Task<List<EventRow>> OfStreamAsync(DbSession session, string stream, long after, int most) => session.QueryAsync(OfStream, Read, stream, after, (long)most);

    /// <summary>Events of one stream and type, oldest first.</summary>
    public static Task<List<EventRow>> OfTypeAsync(DbSession session, string stream, string type, int most) => session.QueryAsync(OfType, Read, stream, type, (long)most);

    internal static EventRow Read(DbDataReader row) => new(
        row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetString(6), row.GetString(7), row.GetString(8));
}

/// <summary>Which events; times in Unix milliseconds, from inclusive, to exclusive. What is null is not asked about.</summary>
/// <param name="Stream">How the stream's key begins.</param>
/// <param name="Actor">Who.</param>
/// <param name="Type">Name of the event.</param>
/// <param name="From">From when.</param>
/// <param name="To">To when.</param>
public sealed record EventFilter(string? Stream, string? Actor, string? Type, long From, long To);

/// <summary>A place in the order of events.</summary>
public sealed record EventPlace(long At, string Stream, long Position)
{
    /// <summary>Before all events.</summary>
    public static EventPlace First { get; } = new(-1, "", 0);

    /// <summary>After all events.</summary>
    public static EventPlace Last { get; } = new(long.MaxValue, "", 0);
}
