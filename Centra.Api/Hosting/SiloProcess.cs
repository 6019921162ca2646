using Centra.Api.Http;
using Centra.Gate;
using Centra.Silo;
using Centra.Storage;

namespace Centra.Api.Hosting;

/// <summary>A silo of a cluster without HTTP: it runs grains, and other processes answer callers.</summary>
internal static class SiloProcess
{
    public static async Task RunAsync(ServiceSettings settings, CentraStorage storage)
    {
        using var host = Build(settings, storage);
        await using var services = (IAsyncDisposable)host;
        await host.StartAsync();
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await LostSilos.OutlastAsync(() => host.Services.GetRequiredService<GateOpening>().OpenAsync(stopping), TimeProvider.System, stopping);
        Console.WriteLine($"Silo of the cluster {settings.Silo.ClusterId}, data in {settings.Storage.DataFolder}");
        Console.WriteLine("Centra is ready");
        await Startup.EndAsync(host.WaitForShutdownAsync(), storage);
    }

    internal static IHost Build(ServiceSettings settings, CentraStorage storage)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddQuietLogs();
        settings.AddTo(builder.Services);
        builder.Services.AddGate(storage);
        builder.AddCentraSilo(settings.Silo);
        return builder.Build();
    }
}
