using System.Collections.Concurrent;

namespace Centra.Proof.Model;

/// <summary>All acts of a run.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Act> _acts = new();
    private long _now;

    private const int Shown = 40;

    public IReadOnlyCollection<Act> Acts => _acts;

    public long Now => Interlocked.Increment(ref _now);

    /// <summary>Notes an act before it is done, so that one without an answer is known too.</summary>
    public T Begin<T>(T act)
        where T : Act
    {
        _acts.Enqueue(act);
        return act;
    }

    public void End(Act act, string answer) => (act.Answer, act.End) = (answer, Now);

    /// <summary>What was done with a person and the twin up to the end of an act, in the order of beginning.</summary>
    public string Of(int person, Act? upTo = null) => string.Join('\n', _acts
        .Where(act => (act.IsAbout(person) || act.IsAbout(World.TwinOf(person))) && act.Begin <= (upTo?.End ?? long.MaxValue))
        .OrderBy(act => act.Begin).TakeLast(Shown));
}
