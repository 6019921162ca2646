
namespace Centra.Storage;

/// <summary>Everything that outlives the process but the state of grains, which the silo opens: opened, migrated and belonging together.</summary>
public sealed class CentraStorage : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _opened = [];
    private FolderLock? _folder;

    private readonly StorageSeams _seams;

    private CentraStorage(StorageSettings settings, StorageSeams seams) => (Settings, Files, _seams) = (settings, FilesOf(settings), seams);

    /// <summary>Where it is.</summary>
    public StorageSettings Settings { get; }

    /// <summary>Identifiable records, copies, register.</summary>
    public Vault Vault { get; private set; } = null!;

    /// <summary>Read model and identities.</summary>
    public ReadStore Read { get; private set; } = null!;

    /// <summary>Keys of patients.</summary>
    public IDatabase Keys { get; private set; } = null!;

    /// <summary>Agreements, attachments, extracts.</summary>
    public IFileStore Files { get; }

    /// <summary>Who is about to name one of them.</summary>
    public FileClaims Claims { get; private set; } = null!;

    /// <summary>The secrets of this installation.</summary>
    public KeyRingSource Ring { get; private set; } = null!;

    /// <summary>The register.</summary>
    public OptOutRegister Register { get; private set; } = null!;

    /// <summary>That no other process uses the databases, where they are PostgreSQL's.</summary>
    public DatabaseOwnership? Ownership { get; private set; }

    /// <summary>The register's id.</summary>
    public string RegisterId { get; private set; } = "";

    /// <summary>Leading bits of a token that choose its shard.</summary>
    public int ShardBits { get; private set; }

    /// <summary>Opens everything; a start that fails leaves nothing open.</summary>
    /// <param name="settings">Where.</param>
    /// <param name="clock">For the dates of migrations.</param>
    public static Task<CentraStorage> OpenAsync(StorageSettings settings, TimeProvider clock) => OpenAsync(settings, clock, new StorageSeams());

    internal static async Task<CentraStorage> OpenAsync(StorageSettings settings, TimeProvider clock, StorageSeams seams)
    {
        var storage = new CentraStorage(settings, seams);
        try
        {
            await storage.OpenAsync(clock);
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
        _opened.Clear();
        (Files as IDisposable)?.Dispose();
        _folder?.Dispose();
        Register?.Dispose();
    }

    private async Task OpenAsync(TimeProvider clock)
    {
        _folder = FolderLock.Take(Settings.DataFolder);
        if (Settings.Postgres is { Length: > 0 } postgres)
            _opened.Add(Ownership = await DatabaseOwnership.TakeAsync(postgres, Settings.IsSiloOfACluster, clock, DatabaseOwnership.Patience));
        Vault = new Vault(await OpenDatabaseAsync("vault", Settings.Postgres, clock));
        Keys = await OpenDatabaseAsync("keys", Settings.PostgresKeys ?? Settings.Postgres, clock);
        Read = new ReadStore(await OpenDatabaseAsync("read", Settings.Postgres, clock));
        Claims = new FileClaims(Read.Database, clock);
        if (Files is BucketFiles bucket)
            await bucket.CheckAsync();
        Ring = await RingOpening.OpenAsync(Vault.Database, Settings.KeyStore());
        (RegisterId, ShardBits) = await RegisterOpening.OpenAsync(Vault.Database, Settings.ShardBits);
        var journal = await OpenJournalAsync(clock);
        Register = new OptOutRegister(Vault.Database, _seams.Journal(journal), new JournalCipher(RegisterId, Ring.Ring));
    }

    // Made before the database that keeps the claims is open; used after.
    private IFileStore FilesOf(StorageSettings settings) => settings.Bucket is { } bucket
        ? BucketFiles.Of(bucket, Path.Combine(settings.DataFolder, "drafts"), sha256 => Claims.ClaimAsync(sha256))
        : new FolderFiles(settings.FilesFolder, sha256 => Claims.ClaimAsync(sha256));

    private async Task<IJournal> OpenJournalAsync(TimeProvider clock)
    {
        IJournal journal = Settings.PostgresJournal is { Length: > 0 } connection
            ? new DatabaseJournal(await OpenDatabaseAsync("journal", connection, clock))
            : FileJournal(Path.Combine(Settings.DataFolder, "journal", "register.journal"));
        _opened.Add(journal);
        var head = await Vault.Database.ReadAsync(RegisterHead.ReadAsync);
        await journal.OpenAsync(RegisterId, mayCreate: head.Sequence == 0);
        return journal;
    }

    private FileJournal FileJournal(string path) => _seams.JournalFile is { } open ? new FileJournal(path) { Open = open } : new FileJournal(path);

    private async Task<IDatabase> OpenDatabaseAsync(string part, string? postgres, TimeProvider clock)
    {
        IDatabase database = postgres is { Length: > 0 }
            ? new PostgresDatabase(PostgresSource.Build(postgres))
            : new SqliteDatabase(Path.Combine(Settings.DataFolder, part + ".db"), part is "read" ? SqliteConnections.SmallCache : SqliteConnections.LargeCache, _seams.LogPages);
        _opened.Add(database);
        await Migrator.MigrateAsync(database, part, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return _seams.Database(part, database);
    }
}
