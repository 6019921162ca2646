using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>
/// What became of people who are not the opted-out ones, per pair of a stranger and an opt-out, one person a household, so that none are
/// related; both are written down with practices' faults, since missing fields hide differences.
/// </summary>
/// <param name="NationalId">Whether the people have one.</param>
/// <param name="RegisterSize">The size whose prior was decided with.</param>
/// <param name="Pairs">Strangers times opt-outs.</param>
/// <param name="Candidates">Pairs that share a token.</param>
/// <param name="Suppressed">Pairs decided to be one person.</param>
/// <param name="Review">Pairs left to people.</param>
public sealed record StrangerMeasure(string NationalId, long RegisterSize, long Pairs, long Candidates, long Suppressed, long Review)
{
    /// <summary>Share of strangers that would be suppressed at the register size.</summary>
    public Rate SuppressedShare => Rate.Of(Suppressed, Pairs, RegisterSize);

    /// <summary>Share of strangers that would be in review at the register size.</summary>
    public Rate ReviewShare => Rate.Of(Review, Pairs, RegisterSize);

    public double CandidatesEach => (double)Candidates / Pairs * RegisterSize;

    public static IReadOnlyList<StrangerMeasure> Of(
        int optOuts, int strangers, bool withNationalId, IReadOnlyList<long> sizes, MatchKeys keys, MatchModel model)
    {
        var list = new OptOutList(keys);
        foreach (var identity in Written(0, optOuts, withNationalId))
            list.Add(identity);
        long candidates = 0;
        var counts = sizes.ToDictionary(size => size, _ => new long[4]);
        foreach (var identity in Written(optOuts, strangers, withNationalId))
        {
            foreach (var (_, pattern) in list.Candidates(identity))
            {
                candidates++;
                foreach (var size in sizes)
                    counts[size][(int)FellegiSunter.Decide(pattern, model, size).Outcome]++;
            }
        }

        return [.. sizes.Select(size => new StrangerMeasure(
            withNationalId ? "with" : "without", size, (long)optOuts * strangers, candidates, counts[size][(int)MatchOutcome.Suppressed],
                counts[size][(int)MatchOutcome.Review]))];
    }

    /// <summary>
    /// National ids over all areas, as dense as real ones: in the never-issued areas alone a slip would hit somebody else's nine times as
    /// often.
    /// </summary>
    private static Person Spread(Person person) =>
        person with { Ssn = person.Ssn is null ? null : $"{1 + person.Number % 9}{person.Ssn[1..]}" };

    private static IEnumerable<PersonIdentity> Written(int after, int people, bool withNationalId)
    {
        var corruptor = new Corruptor(5);
        return new PeopleGenerator(101).Households().Skip(after).Take(people)
            .Select(household => Identities.Of(corruptor.Corrupt(Spread(household.People[^1]))))
            .Select(identity => withNationalId ? identity : identity with { NationalId = null });
    }
}
