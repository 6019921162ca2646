using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>
/// Storage as it is on a bad day, below everything that is under test: now and then a reading or writing takes its time, fails before it
/// began, is rolled back when it was done, or is committed and the confirmation lost; the journal takes a line and fails all the same.
/// </summary>
internal sealed class Weather(int seed)
{
    private const int SlowestMs = 15;
    private readonly Random _random = new(seed);
    private int _failures;

    /// <summary>Whether nothing goes wrong: at start, and when it is looked at what there is.</summary>
    public bool IsCalm { get; set; } = true;

    /// <summary>How often something failed.</summary>
    public int Failures => Volatile.Read(ref _failures);

    /// <summary>Puts it around databases and journal.</summary>
    public GateSetup Over(GateSetup setup) => setup with
    {
        Seams = new StorageSeams
        {
            Database = (_, database) => new StormyDatabase(database, this),
            Journal = journal => new StormyJournal(journal, this),
        },
    };

    /// <summary>Takes its time, sometimes; not within a transaction of SQLite, whose thread waits for nobody.</summary>
    public Task SlowAsync() => Thread.CurrentThread.Name?.StartsWith("centra-write", StringComparison.Ordinal) is not true && Happens(30) ? Task.Delay(TimeSpan.FromMilliseconds(1 + Next(SlowestMs)), TimeProvider.System) : Task.CompletedTask;

    /// <summary>Fails one time in so many; nothing has happened.</summary>
    public void FailOnceIn(int times)
    {
        if (Counted(times))
            throw new StorageUnavailableException("Bad weather.");
    }

    /// <summary>Fails one time in so many; it may have happened.</summary>
    public void LoseAnswerOnceIn(int times)
    {
        if (Counted(times))
            throw new CommitOutcomeUnknownException(new IOException("Bad weather."));
    }

    private bool Counted(int times)
    {
        if (!Happens(times))
            return false;
        Interlocked.Increment(ref _failures);
        return true;
    }

    private bool Happens(int times) => !IsCalm && Next(times) == 0;

    private int Next(int below)
    {
        lock (_random)
            return _random.Next(below);
    }
}

internal sealed class StormyDatabase(IDatabase inner, Weather weather) : IDatabase
{
    public Dialect Dialect => inner.Dialect;

    public int WaitingWrites => inner.WaitingWrites;

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        await weather.SlowAsync();
        weather.FailOnceIn(400);
        return await inner.ReadAsync(work, cancel);
    }

    public async Task<T> WriteAsync<T>(Fence fence, Func<DbSession, Task<T>> work, CancellationToken cancel = default)
    {
        await weather.SlowAsync();
        weather.FailOnceIn(150);
        var answer = await inner.WriteAsync(fence, async session =>
        {
            var done = await work(session);
            weather.FailOnceIn(150);
            return done;
        }, cancel);
        weather.LoseAnswerOnceIn(150);
        await weather.SlowAsync();
        return answer;
    }

    public Task<bool> ScrubAsync() => inner.ScrubAsync();

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

// Appending happens within a transaction on the writer's thread, where nothing may be waited for.
internal sealed class StormyJournal(IJournal inner, Weather weather) : IJournal
{
    public Task OpenAsync(string registerId, bool mayCreate) => inner.OpenAsync(registerId, mayCreate);

    public Task<long> HeadAsync() => inner.HeadAsync();

    public async Task AppendAsync(IReadOnlyList<JournalLine> lines)
    {
        weather.FailOnceIn(60);
        await inner.AppendAsync(lines);
        weather.FailOnceIn(60);
    }

    public IAsyncEnumerable<JournalLine> ReadAsync(long above) => inner.ReadAsync(above);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
