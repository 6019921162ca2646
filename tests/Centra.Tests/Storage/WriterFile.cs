using Centra.Storage;
using Centra.Testing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Centra.Tests.Storage;

/// <summary>A SQLite file with one table of numbers, its writer, and a count of its commits.</summary>
public sealed class WriterFile : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteConnections _connections;
    private readonly SqliteConnection _connection;
    private int _commits;

    public WriterFile()
    {
        _connections = new SqliteConnections(_folder.File("numbers.db"));
        _connection = _connections.OpenWriter();
        Run(_connection, "create table number (value integer primary key)");
        raw.sqlite3_commit_hook(_connection.Handle!, _ =>
        {
            Interlocked.Increment(ref _commits);
            return 0;
        }, null);
        Writer = new SqliteWriter(_connection, "numbers");
    }

    public SqliteWriter Writer { get; }

    public int Commits => Volatile.Read(ref _commits);

    public Task<int> AddAsync(int number, Fence fence = Fence.None) => AddUnlessAsync(number, fence, CancellationToken.None);

    public Task<int> AddUnlessAsync(int number, Fence fence, CancellationToken cancel) =>
        Writer.RunAsync(fence, session => session.ExecuteAsync("insert into number values ($1)", number), cancel);

    /// <summary>Keeps the writer's thread until told otherwise, so that what comes meanwhile has to wait.</summary>
    public async Task<(Task Work, ManualResetEventSlim Release)> HoldAsync()
    {
        var release = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = Writer.RunAsync(Fence.None, _ =>
        {
            begun.SetResult();
            release.Wait();
            return Task.FromResult(0);
        }, CancellationToken.None);
        await begun.Task;
        return (work, release);
    }

    /// <summary>What another connection sees.</summary>
    public List<int> Numbers()
    {
        using var reader = new SqliteConnection($"Data Source={_folder.File("numbers.db")};Pooling=False");
        reader.Open();
        using var command = reader.CreateCommand();
        command.CommandText = "select value from number order by value";
        using var rows = command.ExecuteReader();
        var numbers = new List<int>();
        while (rows.Read())
            numbers.Add(rows.GetInt32(0));
        return numbers;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        _connections.Dispose();
        _folder.Dispose();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
