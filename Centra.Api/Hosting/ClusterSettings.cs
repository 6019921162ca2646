using System.Globalization;
using System.Net;
using Centra.Silo;
using Centra.Storage;
using Npgsql;

namespace Centra.Api.Hosting;

/// <summary>What a silo is told, and what the silos of a cluster have to share.</summary>
internal static class ClusterSettings
{
    /// <summary>Reads how this process's silo is reached.</summary>
    /// <exception cref="SettingsException">A port or address is none.</exception>
    public static SiloOptions Read(IConfigurationSection configuration) => new()
    {
        DataFolder = Path.GetFullPath(configuration["Data"] ?? "data"),
        Postgres = configuration["ClusterPostgres"] is { Length: > 0 } postgres ? postgres : null,
        ClusterId = configuration["ClusterId"] ?? "centra",
        SiloPort = Port(configuration, "SiloPort"),
        GatewayPort = Port(configuration, "GatewayPort"),
        Advertised = IPAddress.TryParse(configuration["Advertised"] ?? "127.0.0.1", out var address)
            ? address
            : throw new SettingsException("Centra__Advertised is the IP address at which the other silos reach this one."),
    };

    /// <summary>
    /// Refuses a cluster whose silos would keep things apart: with registers or keys of their own each would let in who opted out at
    /// another, with journals of their own none could complete the register, and a document that one took in the others could not give out.
    /// </summary>
    public static void Check(SiloOptions silo, StorageSettings storage)
    {
        if (silo.Postgres is null)
            return;
        if (!SiloHosting.IsForClusters)
            throw new SettingsException("this build is one process on SQLite (the embedded engine). A cluster needs a build with CentraEngine=Orleans.");
        if (storage.Postgres is not { Length: > 0 })
            throw new SettingsException("silos share vault and register: Centra__ClusterPostgres needs Centra__Postgres too.");
        if (storage.PostgresJournal is not { Length: > 0 } journal || Database(journal) == Database(storage.Postgres))
            throw new SettingsException("silos share the journal: a cluster needs Centra__PostgresJournal, a database other than that of the register.");
        if (storage.KeyFile is not { Length: > 0 } && storage.KeyVariable is not { Length: > 0 })
            throw new SettingsException("silos have the same keys: a cluster needs Centra__KeyFile (the same file for all) or Centra__KeyVariable.");
        if (storage.Files is not { Length: > 0 } && storage.Bucket is null)
            throw new SettingsException("silos share agreements, documents, datasets and extracts: a cluster needs Centra__Files, a folder that all of them reach, or Centra__Bucket.");
    }

    /// <summary>A silo without HTTP is of use in a cluster only.</summary>
    public static void Require(SiloOptions silo)
    {
        if (silo.Postgres is null)
            throw new SettingsException("a silo without the service belongs to a cluster: set Centra__ClusterPostgres, and what goes with it.");
    }

    private static int Port(IConfigurationSection configuration, string name) =>
        int.TryParse(configuration[name] ?? "0", CultureInfo.InvariantCulture, out var port) && port is >= 0 and < 65536
            ? port
            : throw new SettingsException($"Centra__{name} is a port, a number from 1 to 65535.");

    private static (string?, int, string?) Database(string connection)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connection);
            return (builder.Host, builder.Port, builder.Database);
        }
        catch (ArgumentException)
        {
            // Its message would quote the connection string, password and all.
            throw new SettingsException("a connection string for PostgreSQL cannot be read. It looks like Host=db;Username=centra;Password=...;Database=centra.");
        }
    }
}
