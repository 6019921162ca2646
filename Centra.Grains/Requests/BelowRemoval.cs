using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>Takes an agreement, ledger or release out of the read store, when its own event says that its retention has ended.</summary>
public sealed class BelowRemoval(string prefix, string what, params string[] tables) : IProjection
{
    /// <summary>All three.</summary>
    public static IEnumerable<BelowRemoval> All { get; } =
    [
        new("agreement/", "agreement, signatures and asked changes", "agreement"),
        new("ledger/", "estimates, invoices and payments", "invoice", "payment"),
        new("release/", "releases and their downloads", "release", "release_download"),
    ];

    /// <inheritdoc/>
    public string StreamPrefix => prefix;

    /// <inheritdoc/>
    public bool Concerns(string type) => type == Tombstone.RemovalEvent;

    /// <inheritdoc/>
    public async Task ApplyAsync(DbSession session, IReadOnlyList<RecordedEvent> events)
    {
        foreach (var removed in events)
        {
            await EntryRemoval.ApplyAsync(session, removed, Recorder.Read<Said>(removed.Payload).Rule, what);
            foreach (var table in tables)
                await session.ExecuteAsync($"delete from {table} where request_id = $1", removed.Stream[prefix.Length..]);
        }
    }

    // The part that the three events have in common.
    private sealed record Said(string Rule);
}
