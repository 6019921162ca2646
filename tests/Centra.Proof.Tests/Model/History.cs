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

    /// <summary>What may have changed what is stored of a person or the twin, in the order of beginning.</summary>
    public string Of(int person) => Text(_acts.Where(act => act.Changes && IsOfPair(act, person)).OrderBy(act => act.Begin).TakeLast(Shown));

    /// <summary>What may have changed a record since it was sent last.</summary>
    public string SinceSent(string practice, string record)
    {
        var patient = World.PatientOf(record);
        var sent = _acts.OfType<Sent>().Where(act => act.Practice == practice && act.Lines.Any(line => line.Id == record)).MaxBy(act => act.Begin)!;
        return Text(_acts.Where(act => act.End > sent.Begin && act switch
        {
            Sent other => other.Practice == practice && other.Lines.Any(line => line.Patient == patient),
            Deleted deleted => deleted.Practice == practice && deleted.Patient == patient,
            _ => act.Changes && act.IsAbout(World.PersonOf(record)),
        }).OrderBy(act => act.Begin).Take(Shown / 4));
    }

    /// <summary>Whether an act concerns a person or the twin.</summary>
    public static bool IsOfPair(Act act, int person) => act.IsAbout(person) || act.IsAbout(World.TwinOf(person));

    public static string Text(IEnumerable<Act> acts) => string.Join('\n', acts);
}
