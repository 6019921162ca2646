using System.Collections.Concurrent;

namespace Centra.Engine.Tests;

/// <summary>What a test and its grain share, in one process on either engine: notes in order, and gates that the grain waits at.</summary>
public sealed class Probe
{
    private static readonly ConcurrentDictionary<string, Probe> All = new();

    private readonly ConcurrentQueue<string> _notes = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    /// <summary>What the grain does when it is activated.</summary>
    public Func<CancellationToken, Task> OnActivate { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Notes => [.. _notes];

    public static Probe Of(string key) => All.GetOrAdd(key, _ => new Probe());

    public void Note(string note) => _notes.Enqueue(note);

    public int Count(string note) => _notes.Count(noted => noted == note);

    public bool Has(string note) => Count(note) > 0;

    public void Open(string gate) => Gate(gate).TrySetResult();

    public Task PassAsync(string gate) => Gate(gate).Task;

    private TaskCompletionSource Gate(string gate) =>
        _gates.GetOrAdd(gate, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
