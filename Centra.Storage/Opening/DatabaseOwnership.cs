using Npgsql;

namespace Centra.Storage;

/// <summary>
/// Who uses a PostgreSQL database as their vault: one process alone, or the silos of a cluster. Two that are alone would each have practices, roles and requests of
/// their own beside one register. A lock of the database's, held by a transaction that is left open on a connection of its own: it ends with the process however
/// that ends, holds through poolers, and nothing else ever waits for it.
/// </summary>
public sealed class DatabaseOwnership : IAsyncDisposable
{
    // "CENTRAOW" in ASCII.
    private const long Key = 0x43454E5452414F57;

    // A machine that died is noticed by the server after 25 seconds; the transaction does nothing and may be idle for ever.
    private const string Settings = "set local idle_in_transaction_session_timeout = 0; set local tcp_keepalives_idle = 10; set local tcp_keepalives_interval = 5; set local tcp_keepalives_count = 3";

    /// <summary>How long a start waits for a former process to be gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _connection;
    private readonly bool _isShared;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _takenOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private NpgsqlConnection? _held;
    private Task _keeping = Task.CompletedTask;

    private DatabaseOwnership(string connection, bool isShared, TimeProvider clock) => (_connection, _isShared, _clock) =
        (new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 15, ApplicationName = "centra owner" }.ConnectionString, isShared, clock);

    /// <summary>Ends when another process took the database while the connection to the server was broken.</summary>
    public Task TakenOver => _takenOver.Task;

    /// <summary>Takes the database.</summary>
    /// <param name="connection">The vault's.</param>
    /// <param name="isShared">With the other silos of a cluster.</param>
    /// <param name="clock">For waiting.</param>
    /// <param name="patience">How long.</param>
    /// <exception cref="StorageUnavailableException">Another process has it, or there is no server.</exception>
    public static async Task<DatabaseOwnership> TakeAsync(string connection, bool isShared, TimeProvider clock, TimeSpan patience)
    {
        var (owner, begun) = (new DatabaseOwnership(connection, isShared, clock), clock.GetTimestamp());
        while (!await owner.TryAsync())
            await (clock.GetElapsedTime(begun) < patience ? Task.Delay(Pause, clock) : throw new StorageUnavailableException(isShared
                ? "A process without Centra__ClusterPostgres uses the database of Centra__Postgres. Stop it: silos of a cluster share their vault with one another only."
                : "Another process uses the database of Centra__Postgres. Stop that one, or let both be silos of one cluster (Centra__ClusterPostgres)."));
        owner._keeping = owner.KeepAsync();
        return owner;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keeping;
        await LetGoAsync();
        _end.Dispose();
    }

    private async Task<bool> TryAsync()
    {
        _held = new NpgsqlConnection(_connection);
        try
        {
            await _held.OpenAsync(_end.Token);
            await _held.BeginTransactionAsync(_end.Token);
            await using var settings = new NpgsqlCommand(Settings, _held);
            await settings.ExecuteNonQueryAsync(_end.Token);
            await using var take = new NpgsqlCommand($"select pg_try_advisory_xact_lock{(_isShared ? "_shared" : "")}({Key})", _held);
            if (await take.ExecuteScalarAsync(_end.Token) is true)
                return true;
        }
        catch (NpgsqlException error) when (error is not PostgresException { SqlState: "28P01" or "3D000" })
        {
            await LetGoAsync();
            throw new StorageUnavailableException("The database server cannot be reached.", error);
        }
        await LetGoAsync();
        return false;
    }

    // Waits for the connection to break, which it tells; then takes the database again.
    private async Task KeepAsync()
    {
        try
        {
            while (!_takenOver.Task.IsCompleted)
            {
                await WaitAsync();
                await LetGoAsync();
                await TakeAgainAsync();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The process ends.
        }
    }

    private async Task WaitAsync()
    {
        try
        {
            while (true)
                await _held!.WaitAsync(_end.Token);
        }
        catch (Exception error) when (error is NpgsqlException or IOException or InvalidOperationException)
        {
            // It broke.
        }
    }

    // The former connection may be there for the server until it notices: as patient as a start.
    private async Task TakeAgainAsync()
    {
        for (var refused = 0; refused * Pause < Patience;)
        {
            try
            {
                if (await TryAsync())
                    return;
                refused++;
            }
            catch (Exception error) when (error is StorageUnavailableException or PostgresException)
            {
                // The server is away: nobody else has it either.
            }
            await Task.Delay(Pause, _clock, _end.Token);
        }
        _takenOver.SetResult();
    }

    private async Task LetGoAsync()
    {
        if (_held is not null)
            await _held.DisposeAsync();
        _held = null;
    }
}
