using System.Diagnostics;
using Npgsql;

namespace Centra.Testing;

/// <summary>
/// A PostgreSQL server of this process's own: in a temporary folder, on a socket there, as an unprivileged user. Started once, when
/// first asked for; it ends, and its folder goes, when this process does, however it ends. Nothing in it survives a crash, unless it is
/// started with settings of one's own.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly Lazy<Task<PrivatePostgres?>> Server = new(() => StartAsync(PostgresScript.Forgetful));

    private readonly string _folder;
    private readonly Process _process;
    private int _databases;

    // The process is held on to: collected, it would close the input on whose end the server stops.
    private PrivatePostgres(string folder, Process process) => (_folder, _process) = (folder, process);

    /// <summary>Why there is none, where there is none.</summary>
    public static string Absence { get; private set; } = "";

    /// <summary>The server, or null with <see cref="Absence"/> set.</summary>
    public static Task<PrivatePostgres?> TryStartAsync() => Server.Value;

    /// <summary>One more server with these settings ("-c name=value ..."), or null with <see cref="Absence"/> set. Durable unless they say otherwise.</summary>
    public static Task<PrivatePostgres?> TryStartAsync(string settings) => StartAsync(settings);

    /// <summary>A new, empty database; its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Writes all databases into a folder, as statements that make them again: what there is to look at when the server is gone.</summary>
    public async Task DumpAsync(string folder)
    {
        foreach (var name in Enumerable.Range(1, _databases).Select(number => $"test_{number}"))
        {
            using var dump = Process.Start("pg_dump", ["-h", _folder, "-U", PostgresScript.User, "-f", Path.Combine(folder, name + ".sql"), name]);
            await dump.WaitForExitAsync();
        }
    }

    /// <summary>Stops it, and its folder goes.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<PrivatePostgres?> StartAsync(string settings)
    {
        if (PostgresBinaries.Find() is not { } binaries)
        {
            Absence = "There is no PostgreSQL server on this machine.";
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("centra-pg-").FullName;
        var script = PostgresScript.Start(binaries, folder, settings);
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, WorkingDirectory = "/" })!;
        var server = new PrivatePostgres(folder, process);
        if (await server.AnswersAsync())
            return server;
        Absence = $"PostgreSQL in {binaries} did not start.";
        process.StandardInput.Close();
        return null;
    }

    private async Task<bool> AnswersAsync()
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromMinutes(1) && !_process.HasExited)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
        return false;
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder,
        Username = PostgresScript.User,
        Database = database,
        MaxPoolSize = 20,
        // Each test has databases, and so pools, of its own; all of them share the server's connections.
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
    }.ConnectionString;
}
