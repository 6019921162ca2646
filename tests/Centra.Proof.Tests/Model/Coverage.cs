using Centra.Matching;

namespace Centra.Proof.Model;

/// <summary>That a run did what it is for: everything happened often enough, and few clients were turned away.</summary>
internal static class Coverage
{
    public static IReadOnlyDictionary<string, long> Of(IReadOnlyCollection<Act> acts)
    {
        var screens = acts.OfType<Screened>().SelectMany(act => act.Outcomes).ToLookup(outcome => outcome);
        var counts = acts.OfType<Sent>().Select(act => act.Receipt?.Counts).OfType<Ingest.LineCounts>().Aggregate(Ingest.LineCounts.Zero, (sum, one) => sum.Plus(one));
        return new Dictionary<string, long>
        {
            ["permitted"] = screens[MatchOutcome.Permitted].Count(),
            ["review"] = screens[MatchOutcome.Review].Count(),
            ["suppressed"] = screens[MatchOutcome.Suppressed].Count(),
            ["lines accepted"] = counts.Accepted,
            ["lines held"] = counts.Review,
            ["lines kept out"] = counts.Suppressed,
            ["opt-outs"] = acts.OfType<OptedOut>().Where(act => act.InForce).DistinctBy(act => act.OptOutId).Count(),
            ["reinstated"] = acts.OfType<Withdrew>().Count(act => act is { IsReinstatement: true, Ended.Count: > 0 }),
            ["corrected"] = acts.OfType<Withdrew>().Count(act => act is { IsReinstatement: false, Ended.Count: > 0 }),
            ["erased by an officer"] = acts.OfType<Reviewed>().Count(act => act.Answer == "Same"),
            ["released"] = acts.OfType<Reviewed>().Count(act => act.Answer == "SomeoneElse"),
            ["disputed"] = acts.OfType<Disputed>().Count(act => act.Answer == "taken"),
            ["readable"] = acts.OfType<Looked>().Count(act => act.Readable),
            ["deleted"] = acts.OfType<Deleted>().Count(act => act.Receipt is { Counts.Accepted: > 0 }),
            ["re-keying"] = acts.OfType<Tended>().Count(act => act.Matter == "re-keying"),
        };
    }

    /// <summary>Whether everything happened often enough.</summary>
    public static bool IsEnough(IReadOnlyCollection<Act> acts) => Of(acts).Values.All(times => times >= Least(acts));

    /// <summary>Fails where something hardly happened.</summary>
    public static void Check(IReadOnlyCollection<Act> acts)
    {
        foreach (var (what, times) in Of(acts))
            times.ShouldBeGreaterThanOrEqualTo(Least(acts), what);
        acts.OfType<Screened>().Count(act => act.Outcomes.Count == 0).ShouldBeLessThanOrEqualTo(acts.Count / 100, "screens that were refused");
        acts.OfType<Sent>().Count(act => act.Receipt is null).ShouldBeLessThanOrEqualTo(acts.Count / 100,
            $"batches that were refused: {string.Join(' ', acts.OfType<Sent>().Where(act => act.Receipt is null).CountBy(act => act.Answer))}");
    }

    private static int Least(IReadOnlyCollection<Act> acts) => 1 + acts.Count / 1_000;
}
