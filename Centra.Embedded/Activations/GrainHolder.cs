using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Centra.Embedded;

/// <summary>The grain of an activation with what was made for it: its services and its states.</summary>
internal sealed class GrainHolder(Activation activation, GrainClass grainClass)
{
    private readonly List<IStateFacet> _states = [];
    private AsyncServiceScope _services;
    private DeactivationReason _reason;
    private CancellationToken _patience;

    public object? Grain { get; private set; }

    public IServiceProvider Services => _services.ServiceProvider;

    private EmbeddedEngine Engine => activation.Engine;

    /// <summary>Makes the grain, reads its states and has it activate; why that failed, or null.</summary>
    public async Task<Exception?> TryFillAsync()
    {
        using var limit = new CancellationTokenSource(Engine.Options.ActivationTimeout, Engine.Clock.Time);
        try
        {
            _services = Engine.Services.CreateAsyncScope();
            await FillAsync(limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (Exception error)
        {
            EngineLog.ActivationFailed(Engine.Log, activation.GrainId.Type.Name, error);
            await DisposeAsync();
            return error;
        }
    }

    /// <summary>Remembers why the activation was told to end.</summary>
    public void EndsFor(DeactivationReason reason, CancellationToken patience) => (_reason, _patience) = (reason, patience);

    /// <summary>Has the grain take its leave.</summary>
    public async Task EmptyAsync()
    {
        using var limit = new CancellationTokenSource(Engine.Options.DeactivationTimeout, Engine.Clock.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _patience);
        try
        {
            if (Grain is IGrainBase grain)
                await grain.OnDeactivateAsync(_reason, both.Token).WaitAsync(both.Token);
        }
        catch (Exception error)
        {
            EngineLog.DeactivationFailed(Engine.Log, activation.GrainId.Type.Name, error);
        }
        await DisposeAsync();
    }

    private async Task FillAsync(CancellationToken limit)
    {
        Grain = grainClass.Make(activation, _states);
        foreach (var state in _states)
            await state.ReadStateAsync(limit);
        if (Grain is IGrainBase grain)
            await grain.OnActivateAsync(limit);
    }

    private async Task DisposeAsync()
    {
        try
        {
            if (Grain is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else if (Grain is IDisposable disposable)
                disposable.Dispose();
            await _services.DisposeAsync();
        }
        catch (Exception error)
        {
            EngineLog.DeactivationFailed(Engine.Log, activation.GrainId.Type.Name, error);
        }
    }
}
