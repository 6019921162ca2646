namespace Centra.Proof.Model;

/// <summary>The opt-outs that clients were told of, to choose from without going through the history each time.</summary>
internal sealed class KnownOptOuts
{
    private readonly Lock _gate = new();
    private readonly List<OptedOut> _told = [];
    private readonly List<OptedOut> _standing = [];
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
                _standing.Add(act);
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

    /// <summary>Any that nobody was told the end of, or null.</summary>
    public OptedOut? AnyStanding(Random random)
    {
        lock (_gate)
        {
            while (_standing.Count > 0)
            {
                var at = random.Next(_standing.Count);
                if (!_ended.Contains(_standing[at].OptOutId!))
                    return _standing[at];
                _standing[at] = _standing[^1];
                _standing.RemoveAt(_standing.Count - 1);
            }
            return null;
        }
    }
}
