using Centra.Storage;

namespace Centra.Recording;

/// <summary>A projection whose rows EF Core reads and writes, one event after the other. For what does not happen with every command.</summary>
public abstract class MappedProjection : IProjection
{
    // One for all: they share what the writing connection keeps.
    private static readonly ReadContexts Contexts = new();

    /// <inheritdoc/>
    public abstract string StreamPrefix { get; }

    /// <inheritdoc/>
    public Task ApplyAsync(DbSession session, IReadOnlyList<RecordedEvent> events) => Contexts.UseAsync(session, context => ApplyAllAsync(context, events));

    /// <summary>Applies one event; what it did is saved before the next.</summary>
    protected abstract Task ApplyAsync(ReadContext context, RecordedEvent recorded);

    private async Task<int> ApplyAllAsync(ReadContext context, IReadOnlyList<RecordedEvent> events)
    {
        var saved = 0;
        foreach (var recorded in events)
        {
            await ApplyAsync(context, recorded);
            saved += await context.SaveChangesAsync();
        }
        return saved;
    }
}
