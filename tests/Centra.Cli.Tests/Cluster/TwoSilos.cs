using System.Text.Json;

namespace Centra.Cli.Tests.Cluster;

/// <summary>Two processes of the service on one PostgreSQL, a folder each, the keys in a file that they share.</summary>
internal sealed class TwoSilos(PrivatePostgres server) : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProcess?[] _silos = new ServiceProcess?[2];
    private readonly IReadOnlyList<int> _ports = FreePorts.Find(2);
    private SharedStorage? _shared;

    /// <summary>The key of a practice of the demo.</summary>
    public string Key(int practice)
    {
        using var demo = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(0), "demo-credentials.json")));
        return demo.RootElement.GetProperty("practices")[practice].GetProperty("apiKey").GetString()!;
    }

    /// <summary>Where one listens.</summary>
    public string Address(int silo) => _silos[silo]!.Address;

    public async Task StartAsync()
    {
        _shared = await SharedStorage.CreateAsync(server, _folder.Path);
        try
        {
            await Task.WhenAll(StartAsync(0, "--demo"), StartAsync(1));
        }
        catch
        {
            // The other one must not outlive the test.
            await DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync(int silo, params string[] options) => _silos[silo] = await ServiceProcess.StartAsync(Folder(silo), "Warning",
        new Dictionary<string, string>(_shared!.Settings(_ports[silo])) { ["Centra__ShardBits"] = "2", ["Centra__Demo"] = "elsewhere" }, options);

    /// <summary>Kill -9.</summary>
    public Task KillAsync(int silo) => _silos[silo]!.KillAsync();

    /// <summary>Freezes it.</summary>
    public Task PauseAsync(int silo) => _silos[silo]!.PauseAsync();

    /// <summary>Lets it go on, and waits until it has ended, because it finds itself taken out.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> ResumeAsync(int silo)
    {
        await _silos[silo]!.ResumeAsync();
        return await _silos[silo]!.EndAsync();
    }

    /// <summary>Tells it to stop.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync(int silo) => _silos[silo]!.StopAsync();

    /// <summary>Warnings and errors that it logged, each with what it says.</summary>
    public IReadOnlyList<string> Complaints(int silo) => _silos[silo]!.Complaints;

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos.OfType<ServiceProcess>())
            await silo.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The data folder of one.</summary>
    public string Folder(int silo) => _folder.File($"silo{silo}");
}
