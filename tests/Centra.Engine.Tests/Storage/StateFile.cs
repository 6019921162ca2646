using Centra.Storage;
using Centra.Testing;

namespace Centra.Engine.Tests.Storage;

/// <summary>A state file without an engine.</summary>
public sealed class StateFile : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private StateFile() => Database = new SqliteDatabase(_folder.File("state.db"));

    public SqliteDatabase Database { get; private set; }

    public SqliteGrainStorage Storage => new(Database);

    public SqliteReminderTable Reminders => new(Database);

    public static async Task<StateFile> CreateAsync()
    {
        var file = new StateFile();
        await Migrator.MigrateAsync(file.Database, "state", 0);
        return file;
    }

    /// <summary>Closes the file and opens it again.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = new SqliteDatabase(_folder.File("state.db"));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
