using Centra.Service.Tests.Hosts;
using Centra.Testing;

namespace Centra.Proof.Soak;

/// <summary>Where the service of a soak keeps everything: one process in its folder, or silos in what they share.</summary>
internal sealed class SoakPlace(string folder, int silos, PrivatePostgres? server = null, SharedStorage? shared = null) : IAsyncDisposable
{
    // Databases that nobody syncs: what a machine loses is tried elsewhere, and here the server lives on. Each silo may have a hundred connections.
    private const string Server = "-c fsync=off -c synchronous_commit=off -c max_connections=600";
    private const int ShardBits = 3;
    private readonly IReadOnlyList<int> _ports = FreePorts.Find(silos);

    /// <summary>A place for so many silos on a PostgreSQL of its own; 0: for one process without. Null: there is no server, and <see cref="PrivatePostgres.Absence"/> says why.</summary>
    public static async Task<SoakPlace?> TryMakeAsync(string folder, int silos)
    {
        if (silos == 0)
            return new SoakPlace(folder, 1);
        return await PrivatePostgres.TryStartAsync(Server) is { } server ? new SoakPlace(folder, silos, server, await SharedStorage.CreateAsync(server, folder)) : null;
    }

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    /// <summary>The processes, none started.</summary>
    public IReadOnlyList<SoakSilo> Silos() =>
        [.. Enumerable.Range(0, silos).Select(number => new SoakSilo(FolderOf(number), shared?.Settings(_ports[number])))];

    /// <summary>The service in this process, to put into it what cannot be made over HTTP.</summary>
    public Task<ServiceApp> OpenAsync() => shared is null
        ? ServiceApp.StartAsync(folder)
        : ServiceApp.StartAsync(FolderOf(0), (shared.Vault, shared.Keys), states: shared.Cluster, elsewhere: storage => storage with
        {
            PostgresJournal = shared.Journal,
            KeyFile = shared.KeyFile,
            Files = shared.Files,
            ShardBits = ShardBits,
        });

    /// <summary>The gate alone, in this process, to look at what is stored.</summary>
    public Task<GateHost> GateAsync() => GateHost.StartAsync(new GateSetup
    {
        Folder = shared is null ? folder : Path.Combine(folder, "looking"),
        Clock = TimeProvider.System,
        Postgres = shared?.Vault,
        PostgresKeys = shared?.Keys,
        PostgresJournal = shared?.Journal,
        KeyFile = shared?.KeyFile,
        States = shared?.Cluster,
    });

    /// <summary>Puts what is in databases into the folder.</summary>
    public Task KeepAsync() => server?.DumpAsync(folder) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private string FolderOf(int silo) => shared is null ? folder : Path.Combine(folder, $"silo{silo}");
}
