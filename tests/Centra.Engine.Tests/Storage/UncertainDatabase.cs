using Centra.Storage;

namespace Centra.Engine.Tests.Storage;

/// <summary>A database whose commits are never confirmed.</summary>
internal sealed class UncertainDatabase(IDatabase inner) : IDatabase
{
    public Dialect Dialect => inner.Dialect;

    public Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default) => inner.ReadAsync(work, cancel);

    public async Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        await inner.WriteAsync(fence, work, cancel);
        throw new CommitOutcomeUnknownException(new IOException("The disk is gone."));
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
