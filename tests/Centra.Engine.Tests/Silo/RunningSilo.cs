using Centra.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Engine.Tests.Silo;

/// <summary>A host with a silo, as the service has it.</summary>
public sealed class RunningSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningSilo(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public EngineStatus Status => Services.GetRequiredService<EngineHealth>().Check();

    public static Task<RunningSilo> OnSqliteAsync(string folder) => StartAsync(new SiloOptions { DataFolder = folder });

    public static Task<RunningSilo> OnPostgresAsync(string connection, string cluster = "test") =>
        StartAsync(new SiloOptions { Postgres = connection, ClusterId = cluster });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static async Task<RunningSilo> StartAsync(SiloOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.AddCentraSilo(options with
        {
            GrainAssemblies = [typeof(RunningSilo).Assembly],
        });
        var host = builder.Build();
        await host.StartAsync();
        return new RunningSilo(host);
    }
}
