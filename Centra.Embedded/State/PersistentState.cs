using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Embedded;

/// <summary>A state that is read when its grain is made.</summary>
internal interface IStateFacet
{
    Task ReadStateAsync(CancellationToken cancellationToken);
}

/// <summary>A grain's state between the grain and its storage. Its operations run one after the other.</summary>
internal sealed class PersistentState<T>(Activation owner, PersistentStateAttribute named) : IPersistentState<T>, IStateFacet
{
    private readonly GrainState<T> _record = new(AbsentState<T>.Make());
    private readonly IGrainStorage _storage = named.StorageName is { } name
        ? owner.ActivationServices.GetRequiredKeyedService<IGrainStorage>(name)
        : owner.ActivationServices.GetRequiredService<IGrainStorage>();

    private Task _last = Task.CompletedTask;

    public T State
    {
        get
        {
            RefuseOutsideOfTurns();
            return _record.State!;
        }
        set
        {
            RefuseOutsideOfTurns();
            _record.State = value;
        }
    }

    public string? Etag => _record.ETag;

    public bool RecordExists => _record.RecordExists;

    public Task ReadStateAsync() => InOrder(() => _storage.ReadStateAsync(named.StateName, owner.GrainId, _record), CancellationToken.None);

    public Task WriteStateAsync() => InOrder(() => _storage.WriteStateAsync(named.StateName, owner.GrainId, _record), CancellationToken.None);

    public Task ClearStateAsync() => InOrder(() => _storage.ClearStateAsync(named.StateName, owner.GrainId, _record), CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) =>
        InOrder(() => _storage.ReadStateAsync(named.StateName, owner.GrainId, _record), cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        InOrder(() => _storage.WriteStateAsync(named.StateName, owner.GrainId, _record), cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        InOrder(() => _storage.ClearStateAsync(named.StateName, owner.GrainId, _record), cancellationToken);

    private Task InOrder(Func<Task> operation, CancellationToken cancel)
    {
        RefuseOutsideOfTurns();
        return _last = AfterAsync(_last, operation, cancel);
    }

    private async Task AfterAsync(Task before, Func<Task> operation, CancellationToken cancel)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        cancel.ThrowIfCancellationRequested();
        try
        {
            await operation();
        }
        catch (Exception error) when (error is not OrleansException)
        {
            throw new OrleansException($"The storage failed on the state {named.StateName}.", error);
        }
    }

    private void RefuseOutsideOfTurns()
    {
        if (Activation.Current != owner)
            throw new InvalidOperationException($"The state {named.StateName} was used outside of its grain's turns.");
    }
}
