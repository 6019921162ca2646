namespace Centra.Proof.Model;

/// <summary>
/// Without the act that ended or lifted it an opt-out would look as if it were still in force: a part of a history may leave an opt-out out,
/// but must not have one without its ways back.
/// </summary>
/// <param name="acts">What is left parts of, up to the end of what went wrong.</param>
/// <param name="ordinals">Opt-outs by id.</param>
internal sealed class WaysBack(IReadOnlyCollection<Act> acts, IReadOnlyDictionary<string, long> ordinals)
{
    private readonly ILookup<string, Act> _ends = acts.OfType<Withdrew>()
        .SelectMany(act => act.Ended.Append(act.OptOutId).Distinct().Select(id => (id, act))).ToLookup(one => one.id, one => (Act)one.act);

    private readonly HashSet<Act> _underWay = [.. acts.OfType<Withdrew>().Where(act => act.End == long.MaxValue)];

    private readonly ILookup<long, Act> _releases = acts.OfType<Reviewed>().ToLookup(act => act.Ordinal, act => (Act)act);

    /// <summary>Whether each opt-out of a part has all of its ways back in the part, those included that nobody knows the outcome of.</summary>
    public bool AreWhole(IReadOnlyList<Act> part)
    {
        var there = part.ToHashSet(ReferenceEqualityComparer.Instance);
        return _underWay.All(there.Contains) && part.OfType<OptedOut>().Where(act => act.OptOutId is not null)
            .All(act => _ends[act.OptOutId!].Concat(_releases[ordinals.GetValueOrDefault(act.OptOutId!)]).All(there.Contains));
    }
}
