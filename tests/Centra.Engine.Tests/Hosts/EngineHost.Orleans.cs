#if CENTRA_ORLEANS
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.TestingHost;

namespace Centra.Engine.Tests;

public sealed partial class EngineHost
{
    private readonly TimeProvider _time = TimeProvider.System;
    private InProcessTestCluster? _cluster;

    public IGrainFactory Grains => _cluster!.Client;

    /// <summary>Grain code must not rely on it: a read takes what it needs of the state before its first await.</summary>
    public static bool HoldsWritesBackForEveryRead => false;

    /// <summary>Whether several processes can run the same grains.</summary>
    public static bool IsForClusters => true;

    public DateTime UtcNow => _time.GetUtcNow().UtcDateTime;

    public async Task StopAsync()
    {
        if (_cluster is null)
            return;
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        _cluster = null;
    }

    public Task PassAsync(TimeSpan span) => Task.Delay(span, _time);

    private async Task StartEngineAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddReminders();
            AddServices(silo.Services);
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.ActivationTimeout = _setup.ActivationTimeout;
                options.CollectionAge = _setup.CollectionAge;
                options.CollectionQuantum = _setup.CollectionQuantum;
            });
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }
}
#endif
