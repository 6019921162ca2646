using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>What became of generated opted-out people when a practice wrote them down again, with other faults.</summary>
public sealed record FoundMeasure(string NationalId, long RegisterSize, int Screened, int Suppressed, int Caught)
{
    public static IReadOnlyList<FoundMeasure> Of(
        int people, bool withNationalId, IReadOnlyList<long> sizes, MatchKeys keys, MatchModel model)
    {
        var (first, second) = (new Corruptor(5), new Corruptor(6));
        var persons = new PeopleGenerator(606).Households().Take(people).Select(household => household.People[0]).ToList();
        var list = new OptOutList(keys);
        foreach (var person in persons)
            list.Add(Written(first, person, withNationalId));
        var patterns = persons.Select((person, i) => OwnPattern(list, Written(second, person, withNationalId), i)).ToList();
        return [.. sizes.Select(size => Count(withNationalId, size, patterns, model))];
    }

    private static PersonIdentity Written(Corruptor corruptor, Person person, bool withNationalId)
    {
        var identity = Identities.Of(corruptor.Corrupt(person));
        return withNationalId ? identity : identity with { NationalId = null };
    }

    private static AgreementPattern? OwnPattern(OptOutList list, PersonIdentity identity, int own) =>
        list.Candidates(identity).Where(candidate => candidate.OptOut == own).Select(candidate => candidate.Pattern).FirstOrDefault();

    private static FoundMeasure Count(bool withNationalId, long size, List<AgreementPattern?> patterns, MatchModel model)
    {
        var outcomes = patterns.Where(pattern => pattern is not null)
            .Select(pattern => FellegiSunter.Decide(pattern!, model, size).Outcome).ToList();
        var suppressed = outcomes.Count(outcome => outcome == MatchOutcome.Suppressed);
        return new FoundMeasure(
            withNationalId ? "with" : "without", size, patterns.Count, suppressed,
            suppressed + outcomes.Count(outcome => outcome == MatchOutcome.Review));
    }
}
