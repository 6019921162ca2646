namespace Centra.Storage;

/// <summary>Where everything is kept.</summary>
public sealed record StorageSettings
{
    /// <summary>The data folder: SQLite files, journal, snapshots, and unless told otherwise the key file.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A PostgreSQL database for vault, register, keys and read model; null: SQLite files in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Whether this is a silo of a cluster, which shares that database with the others; a process that is none has it to itself.</summary>
    public bool IsSiloOfACluster { get; init; }

    /// <summary>Another PostgreSQL database for the keys of patients, with its own short backups; null: the same one, in tables of its own.</summary>
    public string? PostgresKeys { get; init; }

    /// <summary>Another PostgreSQL database for the journal; null: a file in the data folder.</summary>
    public string? PostgresJournal { get; init; }

    /// <summary>The key file; null: keys/centra.keys.json in the data folder.</summary>
    public string? KeyFile { get; init; }

    /// <summary>An environment variable that holds the key ring instead of a file.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Leading bits of a token that choose its shard; used when a register is made.</summary>
    public int ShardBits { get; init; } = 4;

    /// <summary>Folder of shard snapshots.</summary>
    public string SnapshotFolder => Path.Combine(DataFolder, "snapshots");

    /// <summary>A folder for agreements, attachments, datasets and extracts, which silos of a cluster share; null: files in the data folder.</summary>
    public string? Files { get; init; }

    /// <summary>A bucket for them in the place of a folder.</summary>
    public BucketSettings? Bucket { get; init; }

    /// <summary>Folder of files that are known by their content.</summary>
    public string FilesFolder => Files is { Length: > 0 } ? Path.GetFullPath(Files) : Path.Combine(DataFolder, "files");

    internal IKeyStore KeyStore() => KeyVariable is { Length: > 0 }
        ? new EnvironmentKeyStore(KeyVariable)
        : new FileKeyStore(KeyFile ?? Path.Combine(DataFolder, "keys", "centra.keys.json"));
}
