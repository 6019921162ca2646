namespace Centra.Storage;

/// <summary>A SQLite file: one writer thread, and readers that see the last commit.</summary>
public sealed class SqliteDatabase : IDatabase
{
    private readonly SqliteConnections _connections;
    private readonly SqliteLog _log;
    private readonly SqliteWriter _writer;

    /// <summary>Opens the file, creating it where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cacheMegabytes">What the writer keeps of it in memory at the most.</param>
    /// <param name="logPages">How many pages are written to its log until they are copied into it.</param>
    public SqliteDatabase(string path, int cacheMegabytes = SqliteConnections.LargeCache, int logPages = SqliteLog.Many)
    {
        Path = path;
        _connections = new SqliteConnections(path, cacheMegabytes);
        _log = new SqliteLog(_connections, logPages);
        _writer = new SqliteWriter(_connections.OpenWriter(), System.IO.Path.GetFileNameWithoutExtension(path), _log.Written);
    }

    /// <summary>The file, for readers of their own.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public Dialect Dialect => Dialect.Sqlite;

    /// <inheritdoc/>
    public int WaitingWrites => _writer.Waiting;

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        var reader = _connections.Rent();
        try
        {
            return await reader.ReadAsync(work);
        }
        finally
        {
            _connections.Return(reader);
        }
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default) =>
        _writer.RunAsync(fence, work, cancel);

    /// <inheritdoc/>
    public Task<int> ExecuteAsync(string sql, params object?[] args) =>
        _writer.RunAsync(Fence.None, session => session.ExecuteAsync(sql, args), CancellationToken.None, isOneStatement: true);

    /// <inheritdoc/>
    public Task<bool> ScrubAsync() => Task.FromResult(_connections.EmptyLog());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _log.DisposeAsync();
        _connections.Dispose();
    }
}
