using Centra.Gate;
using Centra.Practices;
using Centra.Silo;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace Centra.Tests.Gate;

/// <summary>The whole gate in this process, on a folder of its own.</summary>
internal sealed class GateHost : IAsyncDisposable
{
    private readonly IHost _host;

    private GateHost(IHost host, string folder) => (_host, Folder) = (host, folder);

    public string Folder { get; }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<GateHost> StartAsync(string? folder = null)
    {
        folder ??= Directory.CreateTempSubdirectory("centra-test-").FullName;
        var storage = await CentraStorage.OpenAsync(new StorageSettings { DataFolder = folder, ShardBits = 2 }, TimeProvider.System);
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddGate(storage);
        builder.AddCentraSilo(new SiloOptions { DataFolder = folder });
        var host = builder.Build();
        await host.StartAsync();
        await host.Services.GetRequiredService<GateOpening>().OpenAsync(CancellationToken.None);
        return new GateHost(host, folder);
    }

    public async Task<string> PracticeAsync(string id = "north")
    {
        var grain = Get<IGrainFactory>().GetGrain<IPracticeGrain>($"practice/{id}");
        foreach (var command in new PracticeCommand[] { new JoinPractice(id), new RecordAgreement(new DateOnly(2099, 1, 1), new string('a', 64)), new Attest(true), new Activate() })
            (await grain.Handle(Context(), command)).Refusal.ShouldBeNull();
        return id;
    }

    public CommandContext Context(string actor = "tester") => new(Get<IdSource>().NewCommandId(), new Actor(actor, null));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await Get<CentraStorage>().DisposeAsync();
        _host.Dispose();
    }
}
