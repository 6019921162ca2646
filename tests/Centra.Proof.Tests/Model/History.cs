using System.Collections.Concurrent;

namespace Centra.Proof.Model;

/// <summary>All acts of a run.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Act> _acts = new();
    private long _now;

    public IReadOnlyCollection<Act> Acts => _acts;

    /// <summary>What clients know of opt-outs so far.</summary>
    public KnownOptOuts OptOuts { get; } = new();

    public long Now => Interlocked.Increment(ref _now);

    /// <summary>Notes an act before it is done, so that one without an answer is known too.</summary>
    public T Begin<T>(T act)
        where T : Act
    {
        _acts.Enqueue(act);
        return act;
    }

    public void End(Act act, string answer) => (act.Answer, act.End) = (answer, Now);

    /// <summary>What may have changed what is stored of a person or the twin at last.</summary>
    public string Of(int person) => Text(_acts.Where(act => act.Changes && IsOfPair(act, person)).OrderBy(act => act.Begin).TakeLast(Slices.Shown));

    /// <summary>Whether an act concerns a person or the twin.</summary>
    public static bool IsOfPair(Act act, int person) => act.IsAbout(person) || act.IsAbout(World.TwinOf(person));

    public static string Text(IEnumerable<Act> acts) => string.Join('\n', acts);
}
