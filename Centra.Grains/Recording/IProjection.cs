using Centra.Storage;

namespace Centra.Recording;

/// <summary>Keeps rows of the read model up to date from events. Runs in the transaction that appends the events, once for each.</summary>
public interface IProjection
{
    /// <summary>Streams whose keys begin so, for example <c>practice/</c>.</summary>
    string StreamPrefix { get; }

    /// <summary>Whether an event of this type may change a row; what surely does not is left out before any row is read.</summary>
    bool Concerns(string type) => true;

    /// <summary>Applies events that concern it: what came of one stream together, in order.</summary>
    Task ApplyAsync(DbSession session, IReadOnlyList<RecordedEvent> events);
}
