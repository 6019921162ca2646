using Centra.Silo;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Centra.Testing;

/// <summary>How a gate is started for a test. Everything has a default.</summary>
public sealed record GateSetup
{
    /// <summary>The data folder; null: a new one that goes with the gate.</summary>
    public string? Folder { get; init; }

    /// <summary>What time it is.</summary>
    public TimeProvider Clock { get; init; } = new ShiftedClock();

    /// <summary>Where ids come from.</summary>
    public IdSource Ids { get; init; } = new();

    /// <summary>Vault, keys and read model here instead of in SQLite files.</summary>
    public string? Postgres { get; init; }

    /// <summary>Patients' keys here instead of in <see cref="Postgres"/>.</summary>
    public string? PostgresKeys { get; init; }

    /// <summary>The journal here instead of in a file.</summary>
    public string? PostgresJournal { get; init; }

    /// <summary>States of grains here instead of in a SQLite file; Orleans only. As another cluster's silo: those that share them do not run.</summary>
    public string? States { get; init; }

    /// <summary>The key file elsewhere than in the folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Leading bits of a token that choose its shard.</summary>
    public int ShardBits { get; init; } = 2;

    /// <summary>Services in the place of the gate's own.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>What is logged.</summary>
    public KeptLog Log { get; init; } = new();

    internal StorageSeams Seams { get; init; } = new();

    internal SiloOptions Silo(string folder) => new() { DataFolder = folder, Postgres = States, ClusterId = States is null ? "centra" : "looking" };

    internal StorageSettings Settings(string folder) => new()
    {
        DataFolder = folder,
        ShardBits = ShardBits,
        Postgres = Postgres,
        PostgresKeys = PostgresKeys,
        PostgresJournal = PostgresJournal,
        KeyFile = KeyFile,
    };
}
