using System.Net;
using System.Reflection;

namespace Centra.Silo;

/// <summary>Where a silo keeps its grains and how others reach it.</summary>
public sealed record SiloOptions
{
    /// <summary>The folder of the SQLite files. Not used with <see cref="Postgres"/>.</summary>
    public string DataFolder { get; init; } = ".centra";

    /// <summary>The connection string of the cluster's database. Null: this process alone, on SQLite. Needs the Orleans engine.</summary>
    public string? Postgres { get; init; }

    /// <summary>Silos with the same id form a cluster.</summary>
    public string ClusterId { get; init; } = "centra";

    /// <summary>Whose grains these are in the database; stays the same when the cluster's id changes.</summary>
    public string ServiceId { get; init; } = "centra";

    /// <summary>Where silos reach each other; 0: whichever port is free, which is enough for a silo alone.</summary>
    public int SiloPort { get; init; }

    /// <summary>Where clients reach the silo; 0: no clients from outside of this process.</summary>
    public int GatewayPort { get; init; }

    /// <summary>The address that the others are told. The loopback address keeps everybody else out.</summary>
    public IPAddress Advertised { get; init; } = IPAddress.Loopback;

    /// <summary>Where the grain classes are, for the embedded engine. Orleans finds them itself.</summary>
    public IReadOnlyList<Assembly> GrainAssemblies { get; init; } = [Assembly.Load("Centra.Grains")];
}
