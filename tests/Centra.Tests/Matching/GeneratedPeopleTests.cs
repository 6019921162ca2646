using Centra.Bench.Matching;
using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Tests.Matching;

public class GeneratedPeopleTests
{
    [Fact]
    public void Screening_OfTwinsAndNamesakesInOneHousehold_NeverSuppresses()
    {
        var pairs = 0;
        foreach (var household in new PeopleGenerator(21).Households().Take(20_000))
        {
            foreach (var (one, other) in Confusable(household))
            {
                pairs++;
                var outcome = Sample.Decide(Identities.Of(one) with { NationalId = null },
                    Identities.Of(other) with { NationalId = null }).Outcome;
                outcome.ShouldNotBe(MatchOutcome.Suppressed, $"people {one.Number} and {other.Number}");
            }
        }

        pairs.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Screening_OfStrangers_SuppressesNobody()
    {
        var list = new OptOutList(Sample.Keys);
        foreach (var household in new PeopleGenerator(22).Households().Take(5_000))
            list.Add(Identities.Of(household.People[0]));
        var strangers = new PeopleGenerator(22).Households().Skip(5_000).Take(10_000)
            .Select(household => Identities.Of(household.People[0]));

        strangers.SelectMany(list.Candidates).Select(found => FellegiSunter.Decide(found.Pattern, MatchModel.Current, list.Count).Outcome)
            .ShouldNotContain(MatchOutcome.Suppressed);
    }

    [Fact]
    public void Screening_OfRecordsWithFaults_CatchesNearlyAll()
    {
        var (list, corruptor) = (new OptOutList(Sample.Keys), new Corruptor(23));
        var people = new PeopleGenerator(24).Households().Select(household => household.People[0]).Take(3_000).ToList();
        foreach (var person in people)
            list.Add(Identities.Of(person));
        var caught = people.Where((person, i) => list.Candidates(Identities.Of(corruptor.Corrupt(person)))
            .Any(found =>
                found.OptOut == i && FellegiSunter.Decide(found.Pattern, MatchModel.Current, list.Count).Outcome >= MatchOutcome.Review));

        ((double)caught.Count() / people.Count).ShouldBeGreaterThan(0.98);
    }

    private static IEnumerable<(Person, Person)> Confusable(Household household) =>
        from one in household.People
        from other in household.People
        where one.Number < other.Number && (one.BirthDate == other.BirthDate || one.Given[0] == other.Given[0])
        select (one, other);
}
