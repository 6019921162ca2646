using Centra.Matching;

namespace Centra.Bench.Matching;

/// <summary>What became of the duplicates when their originals had opted out.</summary>
/// <param name="Screened">Duplicates screened.</param>
/// <param name="Suppressed">Suppressed for their own original.</param>
/// <param name="Caught">Suppressed, or in review for their own original.</param>
/// <param name="Wrong">Suppressed for another person's original.</param>
/// <param name="WrongReview">Not suppressed, but in review for another person's original.</param>
/// <param name="NotBlocked">Shared no token with their original.</param>
/// <param name="HouseholdOnly">Neither given name nor id speaks for the person, or the birth date against: may never be suppressed.</param>
public sealed record FebrlMeasure(int Screened, int Suppressed, int Caught, int Wrong, int WrongReview, int NotBlocked, int HouseholdOnly)
{
    public static FebrlMeasure Of(Febrl data, MatchKeys keys, MatchModel model)
    {
        var list = new OptOutList(keys);
        foreach (var original in data.Originals)
            list.Add(original.Identity);
        var measure = new FebrlMeasure(0, 0, 0, 0, 0, 0, 0);
        foreach (var duplicate in data.Duplicates)
            measure = measure.With(duplicate, data, list, model);
        return measure;
    }

    private FebrlMeasure With(FebrlRecord duplicate, Febrl data, OptOutList list, MatchModel model)
    {
        var candidates = list.Candidates(duplicate.Identity).ToLookup(c => data.Originals[c.OptOut].Person == duplicate.Person);
        var own = candidates[true].Select(c => FellegiSunter.Decide(c.Pattern, model, list.Count)).SingleOrDefault();
        var others = candidates[false].Select(c => FellegiSunter.Decide(c.Pattern, model, list.Count).Outcome).DefaultIfEmpty().Max();
        return this with
        {
            Screened = Screened + 1,
            Suppressed = Suppressed + (own?.Outcome == MatchOutcome.Suppressed ? 1 : 0),
            Caught = Caught + (own?.Outcome is MatchOutcome.Suppressed or MatchOutcome.Review ? 1 : 0),
            Wrong = Wrong + (others == MatchOutcome.Suppressed ? 1 : 0),
            WrongReview = WrongReview + (others == MatchOutcome.Review ? 1 : 0),
            NotBlocked = NotBlocked + (own is null ? 1 : 0),
            HouseholdOnly = HouseholdOnly + (own is not null && !MatchBounds.MaySuppress(own.Pattern) ? 1 : 0),
        };
    }
}
