using Centra.Storage;

namespace Centra.Recording;

/// <summary>
/// Takes events of many streams to a database with one writer: what comes while the writer is busy goes together, as one piece of work. Where
/// that fails, each stream is tried alone, so that a broken one stops itself only.
/// </summary>
internal sealed class SharedWork(IDatabase database, Func<DbSession, IReadOnlyList<RecordedEvent>, Task<int>> apply)
{
    private const int Most = 64;
    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();

    /// <summary>Applies a stream's next events; ends after their commit.</summary>
    public Task<int> ApplyAsync(IReadOnlyList<RecordedEvent> events)
    {
        var stream = new Waiting(events);
        bool isFirst;
        lock (_gate)
        {
            isFirst = _waiting.Count == 0;
            _waiting.Enqueue(stream);
        }
        // Others find work on its way that will take them along.
        if (isFirst)
            _ = TogetherAsync();
        return stream.Promise.Task;
    }

    // Answers are not given on the turns of the grain that happened to come first.
    private async Task TogetherAsync()
    {
        List<Waiting> taken = [];
        try
        {
            var counts = await database.WriteAsync(Fence.None, session => AllAsync(session, taken = Take())).ConfigureAwait(false);
            for (var i = 0; i < taken.Count; i++)
                taken[i].Promise.SetResult(counts[i]);
        }
        catch (Exception error)
        {
            await FailedAsync(taken.Count > 0 ? taken : Take(), error).ConfigureAwait(false);
        }
    }

    // On the writer's thread, or where there was none to be had.
    private List<Waiting> Take()
    {
        var taken = new List<Waiting>();
        lock (_gate)
        {
            while (taken.Count < Most && _waiting.TryDequeue(out var stream))
                taken.Add(stream);
            if (_waiting.Count > 0)
                _ = TogetherAsync();
        }
        return taken;
    }

    private async Task<List<int>> AllAsync(DbSession session, List<Waiting> streams)
    {
        var counts = new List<int>(streams.Count);
        foreach (var stream in streams)
            counts.Add(await apply(session, stream.Events));
        return counts;
    }

    private Task FailedAsync(List<Waiting> streams, Exception error)
    {
        if (streams.Count > 1)
            return Task.WhenAll(streams.Select(AloneAsync));
        streams.ForEach(stream => stream.Promise.SetException(error));
        return Task.CompletedTask;
    }

    private async Task AloneAsync(Waiting stream)
    {
        try
        {
            stream.Promise.SetResult(await database.WriteAsync(Fence.None, session => apply(session, stream.Events)).ConfigureAwait(false));
        }
        catch (Exception error)
        {
            stream.Promise.SetException(error);
        }
    }

    private sealed record Waiting(IReadOnlyList<RecordedEvent> Events)
    {
        public TaskCompletionSource<int> Promise { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
