using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>
/// What each blocking rule costs and brings: tokens a person, candidates that are strangers, pairs of one person that it finds, and those
/// that no other rule finds. Run with "matching rules".
/// </summary>
public static class RuleStudy
{
    private const int OptOuts = 20_000;
    private const int Strangers = 40_000;

    public static void Run(MatchKeys keys, params Febrl[] febrl)
    {
        var households = new PeopleGenerator(404).Households().Take(OptOuts + Strangers).Select(household => household.People[0]).ToList();
        var (corruptor, second) = (new Corruptor(5), new Corruptor(6));
        var written = households.ConvertAll(person => Normal(Identities.Of(corruptor.Corrupt(person))));
        var again = households.Take(OptOuts).Select(person => Normal(Identities.Of(second.Corrupt(person)))).ToList();
        var generated = Enumerable.Range(0, OptOuts).Select(i => Rules(written[i], again[i], keys)).ToList();
        var known = febrl.Select(data => Pairs(data).Select(pair => Rules(pair.Item1, pair.Item2, keys)).ToList()).ToList();
        Console.WriteLine($"{"rule",-48}{"tokens",8}{"cand.500k",11}{"found",8}{"alone",8}   FEBRL with id, without");
        foreach (var rule in BlockingRules.All)
        {
            var (tokens, candidates) = Cost(rule, written, keys);
            var finds = string.Join("  ", known.Prepend(generated)
                .Select(pairs => $"{pairs.Count(p => p.Contains(rule.Id)),8}{pairs.Count(p => p.Count == 1 && p.Contains(rule.Id)),6}"));
            Console.WriteLine($"{rule.Id,3} {rule.Names,-5}{string.Join(" + ", rule.Fields),-39}{tokens,8:F2}{candidates,11:F4}{finds}");
        }
    }

    private static (double Tokens, double Candidates) Cost(BlockingRule rule, List<NormalIdentity> people, MatchKeys keys)
    {
        var holders = new Dictionary<Token, int>();
        long tokens = 0, candidates = 0;
        for (var i = 0; i < people.Count; i++)
        {
            foreach (var token in Tokens(people[i], keys, rule))
            {
                tokens++;
                if (i < OptOuts)
                    holders[token] = holders.GetValueOrDefault(token) + 1;
                else
                    candidates += holders.GetValueOrDefault(token);
            }
        }

        return ((double)tokens / people.Count, (double)candidates / OptOuts / Strangers * 500_000);
    }

    private static HashSet<int> Rules(NormalIdentity left, NormalIdentity right, MatchKeys keys) =>
        [.. BlockingRules.All.Where(rule => Tokens(left, keys, rule).Intersect(Tokens(right, keys, rule)).Any())
            .Select(rule => (int)rule.Id)];

    private static IEnumerable<(NormalIdentity, NormalIdentity)> Pairs(Febrl data)
    {
        var originals = data.Originals.ToDictionary(record => record.Person, record => Normal(record.Identity));
        return data.Duplicates.Select(record => (originals[record.Person], Normal(record.Identity)));
    }

    private static Token[] Tokens(NormalIdentity identity, MatchKeys keys, BlockingRule rule)
    {
        var room = new Token[Tokeniser.MostTokens];
        return room[..Tokeniser.WriteOfRules(identity, "bench", keys, [rule], room)];
    }

    private static NormalIdentity Normal(PersonIdentity identity) => Normaliser.Normalise(identity);
}
