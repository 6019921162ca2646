namespace Centra.Storage;

/// <summary>A queued piece of work and the promise to whoever waits for it.</summary>
internal abstract class WriteWork(Fence fence, CancellationToken cancel)
{
    public Fence Fence { get; } = fence;

    /// <summary>A statement is undone by itself where it fails.</summary>
    public bool IsOneStatement { get; init; }

    public bool IsCancelled => cancel.IsCancellationRequested;

    /// <summary>Runs on the writer thread; the answer is kept until the commit.</summary>
    public abstract void Run(DbSession session);

    public abstract void Acknowledge();

    public abstract void Fail(Exception error);

    public abstract void Cancel();
}

internal sealed class WriteWork<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel) : WriteWork(fence, cancel)
{
    private readonly TaskCompletionSource<T> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancel = cancel;
    private T? _answer;

    public Task<T> Task => _promise.Task;

    // SQLite's asynchronous calls end where they began. Work that truly waits would hold up every writer, so it is a bug.
    public override void Run(DbSession session)
    {
        var task = work(session);
        if (!task.IsCompleted)
            throw new InvalidOperationException("Work on a writer thread may await nothing but its session.");
        _answer = task.GetAwaiter().GetResult();
        var before = session.RunBeforeCommitAsync();
        if (!before.IsCompleted)
            throw new InvalidOperationException("What is done before a commit on a writer thread may await nothing else.");
        before.GetAwaiter().GetResult();
    }

    public override void Acknowledge() => _promise.SetResult(_answer!);

    public override void Fail(Exception error) => _promise.TrySetException(error);

    public override void Cancel() => _promise.TrySetCanceled(_cancel);
}
