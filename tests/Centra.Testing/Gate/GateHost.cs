using Centra.Gate;
using Centra.Practices;
using Centra.Silo;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Testing;

/// <summary>The whole gate in this process.</summary>
public sealed class GateHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly CentraStorage _storage;
    private readonly TempFolder? _own;
    private readonly bool _isGuest;

    private GateHost(IHost host, CentraStorage storage, TempFolder? own, bool isGuest = false) => (_host, _storage, _own, _isGuest) = (host, storage, own, isGuest);

    /// <summary>Its data folder.</summary>
    public string Folder => _storage.Settings.DataFolder;

    /// <summary>Its vault.</summary>
    public IDatabase Vault => _storage.Vault.Database;

    /// <summary>Its patients' keys.</summary>
    public IDatabase Keys => _storage.Keys;

    /// <summary>Its storage.</summary>
    public CentraStorage Storage => _storage;

    /// <summary>Its grains.</summary>
    public IGrainFactory Grains => Get<IGrainFactory>();

    /// <summary>Starts a gate and opens it.</summary>
    public static async Task<GateHost> StartAsync(GateSetup? setup = null)
    {
        setup ??= new GateSetup();
        var own = setup.Folder is null ? new TempFolder() : null;
        var folder = setup.Folder ?? own!.Path;
        var storage = await CentraStorage.OpenAsync(setup.Settings(folder), setup.Clock, setup.Seams);
        var gate = new GateHost(Build(setup, storage, folder), storage, own);
        try
        {
            await gate._host.StartAsync();
            await gate.Get<GateOpening>().OpenAsync(CancellationToken.None);
            return gate;
        }
        catch
        {
            await gate.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Starts a second silo on the storage of a first one: with activations, shards and keys of its own. It has to end before the first.
    /// </summary>
    public static async Task<GateHost> StartBesideAsync(GateHost first, GateSetup setup)
    {
        var gate = new GateHost(Build(setup, first._storage, first.Folder), first._storage, null, isGuest: true);
        await gate._host.StartAsync();
        await gate.Get<GateOpening>().OpenAsync(CancellationToken.None);
        return gate;
    }

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A practice that may send.</summary>
    public async Task<TestPractice> PracticeAsync(string id = "north")
    {
        var grain = Grains.GetGrain<IPracticeGrain>($"practice/{id}");
        foreach (var command in new PracticeCommand[] { new JoinPractice(id), new RecordAgreement(new DateOnly(2099, 1, 1), new string('a', 64)), new Attest(true), new Activate() })
            _ = await grain.Handle(Context(), command);
        return new TestPractice(this, id);
    }

    /// <summary>A new command of somebody.</summary>
    public CommandContext Context(string actor = "tester") => new(Get<IdSource>().NewCommandId(), new Actor(actor, null));

    /// <summary>Lets what is under way end; its storage stays open.</summary>
    public Task StopAsync() => _host.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (!_isGuest)
            await _storage.DisposeAsync();
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
        _own?.Dispose();
    }

    private static IHost Build(GateSetup setup, CentraStorage storage, string folder)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(setup.Log);
        builder.Services.AddSingleton(setup.Clock).AddSingleton(setup.Ids);
        builder.Services.AddGate(storage);
        builder.AddCentraSilo(setup.Silo(folder));
        setup.Services(builder.Services);
        return builder.Build();
    }
}
