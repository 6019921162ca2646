using Centra.Storage;

namespace Centra.Testing;

/// <summary>Where a process stands when it writes something.</summary>
/// <param name="Part">vault, keys, read, state, or journal.</param>
/// <param name="IsDone">Whether the write is durable already, or is only about to be begun.</param>
/// <param name="Fence">What the transaction holds.</param>
public readonly record struct Step(string Part, bool IsDone, Fence Fence);

/// <summary>Something that happens before and after every durable write of a gate: a crash, or another command in between.</summary>
public sealed class Steps
{
    private Exception? _crash;
    private int _taken;

    /// <summary>What happens at a step, by its number from 1. Not called within a step that it takes itself.</summary>
    public Func<int, Step, Task> At { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What every reading and writing fails with for now; null: nothing.</summary>
    public Exception? Failing { get; set; }

    /// <summary>How many steps there were.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>How many steps there were when it was marked.</summary>
    public int Marked { get; private set; }

    /// <summary>From here on steps are counted for the test's purpose.</summary>
    public void Mark() => Marked = Taken;

    /// <summary>Whether the process has died.</summary>
    public bool IsCrashed => _crash is not null;

    /// <summary>Puts the steps into a setup.</summary>
    public GateSetup In(GateSetup setup) => setup with
    {
        Seams = new StorageSeams
        {
            Database = (part, database) => new SteppedDatabase(part, database, this),
            Journal = journal => new SteppedJournal(journal, this),
        },
    };

    /// <summary>From here on nothing is written or read any more, as if the process had died.</summary>
    public Exception Crash() => _crash ??= new CrashException();

    internal void Check()
    {
        if ((_crash ?? Failing) is { } failure)
            throw failure;
    }

    internal async Task TakeAsync(Step step)
    {
        Check();
        await At(Interlocked.Increment(ref _taken), step);
        Check();
    }
}

/// <summary>The process is dead.</summary>
public sealed class CrashException() : Exception("This process is taken for dead.");
