#if !CENTRA_ORLEANS
using Centra.Embedded;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace Centra.Engine.Tests;

public sealed partial class EngineHost
{
    private readonly ManualClock _clock = new();
    private IHost? _host;

    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Grain code must not rely on it: a read takes what it needs of the state before its first await.</summary>
    public static bool HoldsWritesBackForEveryRead => true;

    /// <summary>Whether several processes can run the same grains.</summary>
    public static bool IsForClusters => false;

    public DateTime UtcNow => _clock.GetUtcNow().UtcDateTime;

    public async Task StopAsync()
    {
        if (_host is null)
            return;
        await _host.StopAsync();
        _host.Dispose();
        _host = null;
    }

    public async Task PassAsync(TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += Step)
        {
            _clock.Advance(Step);
            await Task.Delay(Blink, TimeProvider.System);
        }
    }

    private async Task StartEngineAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        AddServices(builder.Services);
        builder.Services.AddEmbeddedEngine(options =>
        {
            options.GrainAssemblies.Add(typeof(EngineHost).Assembly);
            options.ActivationTimeout = _setup.ActivationTimeout;
            options.CollectionAge = _setup.CollectionAge;
            options.CollectionQuantum = _setup.CollectionQuantum;
        });
        _host = builder.Build();
        await _host.StartAsync();
    }
}
#endif
