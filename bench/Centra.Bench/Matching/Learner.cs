using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>
/// Counts how often each level of each field occurs in pairs of one person and in pairs of strangers: the logarithm of the ratio is the
/// weight that Fellegi and Sunter give it. Prints what the shipped model was rounded from; run with "matching learn".
/// </summary>
public sealed class Learner
{
    private const int People = 40_000;
    private const int StrangersEach = 400;

    private static readonly AgreementLevel[] Levels = Enum.GetValues<AgreementLevel>();

    private readonly long[,] same = new long[AgreementPattern.Fields.Length, Levels.Length];
    private readonly long[,] strangers = new long[AgreementPattern.Fields.Length, Levels.Length];

    public static void Run(MatchKeys keys, Febrl? febrl)
    {
        var learner = new Learner();
        learner.LearnFromGenerated(keys);
        Console.WriteLine("Generated people");
        learner.Print();
        if (febrl is null)
            return;
        learner = new Learner();
        learner.LearnFromFebrl(febrl, keys);
        Console.WriteLine("First half of FEBRL");
        learner.Print();
    }

    private void LearnFromGenerated(MatchKeys keys)
    {
        var corruptor = new Corruptor(11);
        var people = new PeopleGenerator(7).Households().Select(household => household.People[0]).Take(People).ToList();
        var right = people.ConvertAll(person => Hashed(Identities.Of(person), keys));
        var dice = new Dice(3);
        for (var i = 0; i < People; i++)
        {
            Count(same, Comparison.Of(right[i], Hashed(Identities.Of(corruptor.Corrupt(people[i])), keys)));
            for (var n = 0; n < StrangersEach; n++)
            {
                if (dice.Below(People) is var other && other != i)
                    Count(strangers, Comparison.Of(right[i], right[other]));
            }
        }
    }

    private void LearnFromFebrl(Febrl febrl, MatchKeys keys)
    {
        var half = febrl.LearntFrom();
        var originals = half.Originals.ToDictionary(record => record.Person, record => Hashed(record.Identity, keys));
        foreach (var duplicate in half.Duplicates)
        {
            var hashed = Hashed(duplicate.Identity, keys);
            foreach (var (person, original) in originals)
                Count(person == duplicate.Person ? same : strangers, Comparison.Of(original, hashed));
        }
    }

    private static Comparators Hashed(PersonIdentity identity, MatchKeys keys) =>
        Comparators.From(Normaliser.Normalise(identity), "bench", keys);

    private static void Count(long[,] counts, AgreementPattern pattern)
    {
        foreach (var field in AgreementPattern.Fields)
            counts[(int)field, (int)pattern[field]]++;
    }

    private void Print()
    {
        foreach (var field in AgreementPattern.Fields)
        {
            var (m, u) = (Known(same, field), Known(strangers, field));
            var words = Levels.Where(level => level > AgreementLevel.Missing || level == AgreementLevel.Disagree)
                .Select(level =>
                    (Level: level, M: (same[(int)field, (int)level] + 0.2) / m, U: (strangers[(int)field, (int)level] + 0.2) / u))
                .Where(row => row.M * m > 1 || row.U * u > 1)
                .Select(row => $"{row.Level} {Math.Log2(row.M / row.U):F1} ({row.M:P2}/{row.U:G2})");
            Console.WriteLine($"  {field,-11}{string.Join("  ", words)}");
        }
    }

    /// <summary>Pairs in which both have the field.</summary>
    private static double Known(long[,] counts, MatchField field) =>
        1 + Levels.Where(level => level != AgreementLevel.Missing).Sum(level => counts[(int)field, (int)level]);
}
