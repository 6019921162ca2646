using Centra.Storage;
using Centra.Testing;
using Npgsql;

namespace Centra.Tests.Storage;

/// <summary>A kind of database that the contract is run on: fresh databases with a part's schema, and second openings of them.</summary>
public abstract class DatabaseKind
{
    /// <summary>A new, empty database.</summary>
    public abstract Task<Func<IDatabase>> NewAsync();
}

/// <summary>SQLite files.</summary>
public sealed class SqliteKind : DatabaseKind
{
    private static int _files;
    private static readonly TempFolder Folder = new();

    public override Task<Func<IDatabase>> NewAsync()
    {
        var path = Folder.File($"{Interlocked.Increment(ref _files)}.db");
        return Task.FromResult<Func<IDatabase>>(() => new SqliteDatabase(path));
    }
}

/// <summary>A PostgreSQL server of our own; the tests are skipped where there is none.</summary>
public sealed class PostgresKind : DatabaseKind
{
    public override async Task<Func<IDatabase>> NewAsync()
    {
        var server = await PrivatePostgres.TryStartAsync();
        if (server is null)
            Assert.Skip(PrivatePostgres.Absence);
        var connection = await server!.CreateDatabaseAsync();
        return () => new PostgresDatabase(NpgsqlDataSource.Create(connection));
    }
}

/// <summary>A test class that runs on a database with some part's schema.</summary>
public abstract class StorageContract<TKind>(string part) : IAsyncLifetime
    where TKind : DatabaseKind, new()
{
    private readonly List<IDatabase> _opened = [];
    private Func<IDatabase> _open = null!;

    protected IDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _open = await new TKind().NewAsync();
        Database = Open();
        await Migrator.MigrateAsync(Database, part, 0);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
            await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another opening of the same database, as another process has it.</summary>
    protected IDatabase Open()
    {
        var database = _open();
        _opened.Add(database);
        return database;
    }

    protected Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, Fence fence = Fence.Shared) => Database.WriteAsync(fence, work);

    protected Task WriteAsync(Func<DbSession, Task> work, Fence fence = Fence.Shared) => Database.WriteAsync(fence, async session =>
    {
        await work(session);
        return true;
    });

    protected Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work) => Database.ReadAsync(work);
}
