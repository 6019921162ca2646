namespace Centra.Proof.Model;

/// <summary>When each opt-out may have been in force, and when it certainly was, by what clients were told.</summary>
internal sealed class InForce
{
    private readonly ILookup<int, Span> _spans;
    private readonly Dictionary<string, Withdrew> _ends;
    private readonly ILookup<int, Withdrew> _underWay;

    public InForce(IReadOnlyCollection<Act> acts)
    {
        _ends = acts.OfType<Withdrew>().SelectMany(act => act.Ended.Select(id => (id, act))).DistinctBy(one => one.id).ToDictionary(one => one.id, one => one.act);
        _underWay = acts.OfType<Withdrew>().Where(act => act.End == long.MaxValue).ToLookup(act => act.Person);
        var told = acts.OfType<OptedOut>().Where(act => act.OptOutId is not null || act.End == long.MaxValue).GroupBy(act => act.OptOutId ?? $"unknown {act.Begin}");
        _spans = told.Select(SpanOf).ToLookup(span => span.Person);
    }

    /// <summary>Opt-outs of a person that were in force all the time of an act: acknowledged before, nobody began to end them.</summary>
    public IEnumerable<string> Certain(int person, Act act) =>
        _spans[person].Where(span => span.SureFrom < act.Begin && act.End <= span.SureUntil).Select(span => span.Id);

    /// <summary>Whether an opt-out of a person may have been in force at some time of an act.</summary>
    public bool IsPossible(int person, Act act) => _spans[person].Any(span => span.From < act.End && act.Begin < span.Until);

    /// <summary>Whether an opt-out had been ended before an act began.</summary>
    public bool HadEnded(string optOutId, Act act) => _ends.TryGetValue(optOutId, out var end) && end.End < act.Begin;

    // An opt-out is entered once and ended once; whoever was told of it as in force knows that it was entered. What nobody has answered yet
    // may have ended any of the person.
    private Span SpanOf(IGrouping<string, OptedOut> told)
    {
        var end = _ends.GetValueOrDefault(told.Key);
        var perhaps = _underWay[told.First().Person].Select(act => act.Begin).DefaultIfEmpty(long.MaxValue).Min();
        return new Span(told.Key, told.First().Person, told.Min(act => act.Begin), told.Where(act => act.InForce).Select(act => act.End).DefaultIfEmpty(long.MaxValue).Min(),
            Math.Min(perhaps, end?.Begin ?? long.MaxValue), end?.End ?? long.MaxValue);
    }

    private sealed record Span(string Id, int Person, long From, long SureFrom, long SureUntil, long Until);
}
