#if !CENTRA_ORLEANS
using Centra.Gate;
using Centra.Silo;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Storage;

namespace Centra.Service.Tests.Requests;

/// <summary>Grains with all that they hold in memory, and the tasks beside them, on storage that outlives them.</summary>
internal sealed class MortalSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private MortalSilo(IHost host) => _host = host;

    /// <summary>The grains.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>What can be made to die.</summary>
    public MortalStorage Storage => _host.Services.GetRequiredService<MortalStorage>();

    /// <summary>Starts one.</summary>
    public static async Task<MortalSilo> StartAsync(ServiceApp app)
    {
        var storage = app.Get<CentraStorage>();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(app.Clock).AddGate(storage);
        builder.Services.AddSingleton(provider => new MortalStorage(provider.GetRequiredService<SqliteGrainStorage>()));
        builder.Services.AddSingleton<IGrainStorage>(provider => provider.GetRequiredService<MortalStorage>());
        builder.AddCentraSilo(new SiloOptions { DataFolder = storage.Settings.DataFolder });
        var silo = new MortalSilo(builder.Build());
        await silo._host.StartAsync();
        return silo;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
    }
}
#endif
