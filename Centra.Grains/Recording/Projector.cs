using Centra.Storage;
using Microsoft.Extensions.Logging;

namespace Centra.Recording;

/// <summary>
/// Appends a stream's events to the read store and applies them there, in one transaction: exactly the next position, each once.
/// The same position with another hash means that history was changed, and stops that stream loudly.
/// </summary>
public sealed partial class Projector
{
    private readonly ReadStore _store;
    private readonly IProjection[] _projections;
    private readonly SharedWork _shared;
    private readonly ILogger<Projector> _log;

    /// <summary>A projector into this store.</summary>
    public Projector(ReadStore store, IEnumerable<IProjection> projections, ILogger<Projector> log)
    {
        (_store, _projections, _log) = (store, [.. projections], log);
        _shared = new SharedWork(store.Database, ApplyAsync);
    }

    /// <summary>Takes events in; those that are there already are compared and passed over.</summary>
    public Task<int> ApplyAsync(IReadOnlyList<RecordedEvent> events) => events.Count == 0
        ? Task.FromResult(0)
        : _store.Database.Dialect is Dialect.Sqlite ? _shared.ApplyAsync(events)
        : _store.Database.WriteAsync(Fence.None, session => ApplyAsync(session, events));

    /// <summary>Where a stream ends in the read store; position 0 where it has not begun.</summary>
    public async Task<(long Position, string Hash)> LastAsync(string stream) => await _store.Database.ReadAsync(session => session.FindAsync(
        "select position, hash from event where stream = $1 order by position desc limit 1", row => (row.GetInt64(0), row.GetString(1)), stream));

    private async Task<int> ApplyAsync(DbSession session, IReadOnlyList<RecordedEvent> events)
    {
        var last = await session.NumberAsync("select max(position) from event where stream = $1", events[0].Stream);
        var fresh = new List<RecordedEvent>();
        foreach (var recorded in events)
        {
            if (recorded.Position <= last)
                await CompareAsync(session, recorded);
            else
                fresh.Add(recorded.Position == ++last ? recorded : throw Broken(recorded, $"expected position {last}"));
        }
        foreach (var recorded in fresh)
            await EventList.AppendAsync(session, recorded.ToRow());
        foreach (var projection in _projections.Where(projection => events[0].Stream.StartsWith(projection.StreamPrefix, StringComparison.Ordinal)))
        {
            // Most events of a request being written change no list: they are appended, and nothing else is begun.
            if (fresh.FindAll(recorded => projection.Concerns(recorded.Type)) is { Count: > 0 } concerning)
                await projection.ApplyAsync(session, concerning);
        }
        return fresh.Count;
    }

    private async Task CompareAsync(DbSession session, RecordedEvent recorded)
    {
        var hash = await session.FindAsync("select hash from event where stream = $1 and position = $2", row => row.GetString(0), recorded.Stream, recorded.Position);
        if (hash != recorded.Hash())
            throw Broken(recorded, "another event stands there");
    }

    private StreamBrokenException Broken(RecordedEvent recorded, string why)
    {
        LogBroken(recorded.Stream, recorded.Position, why);
        return new StreamBrokenException($"Stream {recorded.Stream} is broken at {recorded.Position}: {why}.");
    }

    [LoggerMessage(1, LogLevel.Critical, "Stream {Stream} is broken at {Position}: {Why}")]
    private partial void LogBroken(string stream, long position, string why);
}

/// <summary>A stream's events in the read store and in the grain's state are not of one history.</summary>
public sealed class StreamBrokenException(string message) : Exception(message);
