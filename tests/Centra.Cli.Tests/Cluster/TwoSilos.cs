using System.Globalization;
using System.Text.Json;

namespace Centra.Cli.Tests.Cluster;

/// <summary>Two processes of the service on one PostgreSQL, a folder each, the keys in a file that they share.</summary>
internal sealed class TwoSilos(PrivatePostgres server, int[] ports) : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ServiceProcess?[] _silos = new ServiceProcess?[2];
    private Dictionary<string, string> _shared = [];

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
        _shared = new Dictionary<string, string>
        {
            ["Centra__Postgres"] = await server.CreateDatabaseAsync(),
            ["Centra__PostgresKeys"] = await server.CreateDatabaseAsync(),
            ["Centra__PostgresJournal"] = await server.CreateDatabaseAsync(),
            ["Centra__ClusterPostgres"] = await server.CreateDatabaseAsync(),
            ["Centra__KeyFile"] = _folder.File("centra.keys.json"),
            ["Centra__Files"] = _folder.File("files"),
            ["Centra__ShardBits"] = "2",
            ["Centra__Demo"] = "elsewhere",
        };
        await Task.WhenAll(StartAsync(0, "--demo"), StartAsync(1));
    }

    public async Task StartAsync(int silo, params string[] options) => _silos[silo] = await ServiceProcess.StartAsync(Folder(silo), "Warning",
        new Dictionary<string, string>(_shared) { ["Centra__SiloPort"] = ports[silo].ToString(CultureInfo.InvariantCulture) }, options);

    /// <summary>Kill -9.</summary>
    public Task KillAsync(int silo) => _silos[silo]!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in _silos.OfType<ServiceProcess>())
            await silo.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The data folder of one.</summary>
    public string Folder(int silo) => _folder.File($"silo{silo}");
}
