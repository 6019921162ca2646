using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>The embedded engine: the activations of one process, and the way of a message to them.</summary>
public sealed class EmbeddedEngine : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly EngineSweep _sweep;
    private volatile Phase _phase = Phase.NotStarted;

    public EmbeddedEngine(IServiceProvider services, IOptions<EmbeddedEngineOptions> options, TimeProvider time, ILogger<EmbeddedEngine> log)
    {
        Services = services;
        Options = options.Value;
        Log = log;
        Clock = new EngineClock(time);
        Classes = new GrainClasses(Options.GrainAssemblies);
        Filters = [.. services.GetServices<IIncomingGrainCallFilter>()];
        Grains = new GrainFactory(this);
        Reminders = new ReminderService(this, services.GetService<IReminderTable>());
        _sweep = new EngineSweep(this);
    }

    private enum Phase
    {
        NotStarted = 1,
        Running,
        Draining,
        Stopped,
    }

    /// <summary>Whether it takes calls.</summary>
    public bool IsRunning => _phase == Phase.Running;

    /// <summary>How many grains are in memory.</summary>
    public int ActivationCount => _activations.Count;

    internal IServiceProvider Services { get; }

    internal EmbeddedEngineOptions Options { get; }

    internal ILogger Log { get; }

    internal EngineClock Clock { get; }

    internal GrainClasses Classes { get; }

    internal IIncomingGrainCallFilter[] Filters { get; }

    internal GrainFactory Grains { get; }

    /// <summary>References to the grains of this engine, for a host that puts a factory of its own in front.</summary>
    public IGrainFactory OwnGrains => Grains;

    internal ReminderService Reminders { get; }

    internal IEnumerable<Activation> Activations => _activations.Select(entry => entry.Value);

    // While the engine drains, only grains may call grains: what has begun can end.
    internal bool Admits => _phase == Phase.Running || (_phase == Phase.Draining && Activation.Current is not null);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _phase = Phase.Running;
        _sweep.Start();
        await Reminders.StartAsync(cancellationToken);
    }

    /// <summary>Lets what has begun end, then has every grain deactivate. What is not done when the host loses patience is refused.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_phase != Phase.Running)
            return;
        _phase = Phase.Draining;
        Reminders.Dispose();
        try
        {
            while (!_activations.IsEmpty)
                await Task.WhenAll(Activations.Select(activation => activation.EndWhenQuietAsync())).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            EngineLog.StoppedWithGrainsLeft(Log, ActivationCount);
        }
        _phase = Phase.Stopped;
        foreach (var activation in Activations)
            activation.Leave(Ended());
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reminders.Dispose();
        _sweep.Dispose();
    }

    /// <summary>Brings a message to the activation of its grain, making one where there is none; where it went.</summary>
    internal Activation? Deliver(GrainId id, Message message)
    {
        if (!Admits)
        {
            message.Refuse(Ended());
            return null;
        }
        while (true)
        {
            var activation = _activations.TryGetValue(id, out var known) ? known : Activate(id);
            if (activation.TryPost(message))
                return activation;
        }
    }

    internal void Forget(Activation activation) => _activations.TryRemove(KeyValuePair.Create(activation.GrainId, activation));

    private Activation Activate(GrainId id)
    {
        var made = new Activation(this, id, Classes.Of(id.Type));
        var kept = _activations.GetOrAdd(id, made);
        if (kept == made)
            made.Start(RequestContext.Export());
        return kept;
    }

    private SiloUnavailableException Ended() =>
        new(_phase == Phase.NotStarted ? "The engine was not started yet." : "The engine is ending.");
}
