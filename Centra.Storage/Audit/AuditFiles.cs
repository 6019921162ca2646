using Microsoft.Data.Sqlite;

namespace Centra.Storage;

/// <summary>The files of a data folder, opened for reading only. Nothing may write to them meanwhile.</summary>
internal sealed class AuditFiles : IDisposable
{
    private readonly FileStream? _lock;
    private readonly List<SqliteConnection> _opened = [];

    private AuditFiles(string folder)
    {
        _lock = LockOf(folder);
        try
        {
            (Read, State, Vault) = (Open(folder, "read"), Open(folder, "state"), Open(folder, "vault"));
            Journal = Require(Path.Combine(folder, "journal", "register.journal"));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public DbSession Read { get; }

    public DbSession State { get; }

    public DbSession Vault { get; }

    public string Journal { get; }

    /// <summary>Opens a folder.</summary>
    /// <exception cref="AuditException">It is no data folder, lacks files, or a service uses it.</exception>
    public static AuditFiles Open(string folder) => Directory.Exists(folder)
        ? new AuditFiles(folder)
        : throw new AuditException($"There is no folder {folder}.");

    public void Dispose()
    {
        _opened.ForEach(one => one.Dispose());
        _lock?.Dispose();
    }

    // A service holds this file alone; a copy of a folder may lack it.
    private static FileStream? LockOf(string folder)
    {
        var path = Path.Combine(folder, "centra.lock");
        try
        {
            return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
        }
        catch (IOException error)
        {
            throw new AuditException($"A service is using {folder}: stop it first, or check a copy of the folder.", error);
        }
    }

    private static string Require(string path) =>
        File.Exists(path) ? path : throw new AuditException($"There is no {path}: this is no whole data folder of Centra on SQLite.");

    private DbSession Open(string folder, string part)
    {
        var path = Require(Path.Combine(folder, part + ".db"));
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _opened.Add(connection);
        connection.Open();
        return new DbSession(connection, null, Dialect.Sqlite);
    }
}
