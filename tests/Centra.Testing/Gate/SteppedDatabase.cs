using Centra.Storage;

namespace Centra.Testing;

/// <summary>A database whose writes are steps.</summary>
internal sealed class SteppedDatabase(string part, IDatabase inner, Steps steps) : IDatabase
{
    public Dialect Dialect => inner.Dialect;

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        steps.Check();
        return await inner.ReadAsync(work, cancel);
    }

    public async Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        await steps.TakeAsync(new Step(part, false, fence));
        var answer = await inner.WriteAsync(fence, work, cancel);
        await steps.TakeAsync(new Step(part, true, fence));
        return answer;
    }

    public Task<bool> ScrubAsync() => inner.ScrubAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
