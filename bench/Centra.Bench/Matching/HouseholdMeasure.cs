using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>How two people of one household are related, as far as matching could confuse them.</summary>
public enum Kinship
{
    Other = 0,
    Twins = 1,
    SameName = 2,
}

/// <summary>What became of people whose household has an opted-out person.</summary>
/// <param name="NationalId">Whether the people have one.</param>
/// <param name="Kinship">How the two are related.</param>
/// <param name="RegisterSize">The size whose prior was decided with.</param>
/// <param name="People">In all households.</param>
/// <param name="Pairs">Pairs of this kinship.</param>
/// <param name="Suppressed">Pairs decided to be one person.</param>
/// <param name="Review">Pairs left to people.</param>
public sealed record HouseholdMeasure(
    string NationalId, Kinship Kinship, long RegisterSize, int People, int Pairs, int Suppressed, int Review)
{
    public static IReadOnlyList<HouseholdMeasure> Of(
        int households, bool withNationalId, IReadOnlyList<long> sizes, MatchKeys keys, MatchModel model)
    {
        var (first, second) = (new Corruptor(5), new Corruptor(6));
        var counts = new Dictionary<(Kinship, long), int[]>();
        var people = 0;
        foreach (var household in new PeopleGenerator(303).Households().Take(households))
        {
            people += household.People.Length;
            foreach (var (a, b) in PairsOf(household))
            {
                var pattern = Comparison.Of(
                    Hashed(first.Corrupt(a), withNationalId, keys), Hashed(second.Corrupt(b), withNationalId, keys));
                foreach (var size in sizes)
                    Count(counts, (Kin(a, b), size), FellegiSunter.Decide(pattern, model, size).Outcome);
            }
        }

        return [.. counts.OrderBy(entry => entry.Key).Select(entry => new HouseholdMeasure(
            withNationalId ? "with" : "without", entry.Key.Item1, entry.Key.Item2, people, entry.Value.Sum(),
            entry.Value[(int)MatchOutcome.Suppressed], entry.Value[(int)MatchOutcome.Review]))];
    }

    private static IEnumerable<(Person, Person)> PairsOf(Household household) =>
        household.People.SelectMany(_ => household.People, (a, b) => (a, b)).Where(pair => pair.a.Number < pair.b.Number);

    private static Kinship Kin(Person a, Person b) =>
        a.BirthDate == b.BirthDate ? Kinship.Twins : a.Given[0] == b.Given[0] && a.Family == b.Family ? Kinship.SameName : Kinship.Other;

    private static void Count(Dictionary<(Kinship, long), int[]> counts, (Kinship, long) key, MatchOutcome outcome)
    {
        if (!counts.TryGetValue(key, out var row))
            counts.Add(key, row = new int[4]);
        row[(int)outcome]++;
    }

    private static Comparators Hashed(PracticeRecord record, bool withNationalId, MatchKeys keys)
    {
        var identity = Identities.Of(record);
        return Comparators.From(Normaliser.Normalise(withNationalId ? identity : identity with { NationalId = null }), "bench", keys);
    }
}
