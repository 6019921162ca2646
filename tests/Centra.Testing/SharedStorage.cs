using System.Globalization;

namespace Centra.Testing;

/// <summary>What the silos of a cluster share: databases on one server, the key file, a folder for files.</summary>
/// <param name="Vault">Vault, register, read model.</param>
/// <param name="Keys">Keys of patients.</param>
/// <param name="Journal">The journal.</param>
/// <param name="Cluster">Membership, reminders, states of grains.</param>
/// <param name="KeyFile">The key ring.</param>
/// <param name="Files">Agreements, documents, extracts.</param>
public sealed record SharedStorage(string Vault, string Keys, string Journal, string Cluster, string KeyFile, string Files)
{
    /// <summary>Empty databases, and paths in a folder.</summary>
    public static async Task<SharedStorage> CreateAsync(PrivatePostgres server, string folder) => new(
        await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync(),
        Path.Combine(folder, "centra.keys.json"), Path.Combine(folder, "files"));

    /// <summary>The settings of a process that others reach at a port.</summary>
    public Dictionary<string, string> Settings(int siloPort) => new()
    {
        ["Centra__Postgres"] = Vault,
        ["Centra__PostgresKeys"] = Keys,
        ["Centra__PostgresJournal"] = Journal,
        ["Centra__ClusterPostgres"] = Cluster,
        ["Centra__KeyFile"] = KeyFile,
        ["Centra__Files"] = Files,
        ["Centra__SiloPort"] = siloPort.ToString(CultureInfo.InvariantCulture),
    };
}
