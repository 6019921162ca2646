namespace Centra.Proof.Model;

/// <summary>The opt-outs that clients were told of, to choose from without going through the history each time.</summary>
internal sealed class KnownOptOuts
{
    private readonly Lock _gate = new();
    private readonly List<OptedOut> _told = [];
    private readonly Dictionary<int, List<OptedOut>> _standing = [];
    private readonly HashSet<string> _ended = [];

    /// <summary>An answer came.</summary>
    public void Told(OptedOut act)
    {
        if (act.OptOutId is null)
            return;
        lock (_gate)
        {
            _told.Add(act);
            if (act.InForce)
                Standing(act.Person).Add(act);
        }
    }

    /// <summary>Opt-outs were ended.</summary>
    public void Ended(IEnumerable<string> optOutIds)
    {
        lock (_gate)
            _ended.UnionWith(optOutIds);
    }

    /// <summary>Any that a client was told of, or null.</summary>
    public OptedOut? Any(Random random)
    {
        lock (_gate)
            return _told.Count == 0 ? null : _told[random.Next(_told.Count)];
    }

    /// <summary>Any of some people that nobody was told the end of, or null.</summary>
    public OptedOut? AnyStanding(Random random, (int From, int Below) people)
    {
        lock (_gate)
        {
            var standing = Enumerable.Range(people.From, people.Below - people.From).SelectMany(Standing).ToList();
            return standing.Count == 0 ? null : standing[random.Next(standing.Count)];
        }
    }

    private List<OptedOut> Standing(int person)
    {
        if (!_standing.TryGetValue(person, out var standing))
            _standing[person] = standing = [];
        standing.RemoveAll(act => _ended.Contains(act.OptOutId!));
        return standing;
    }
}
