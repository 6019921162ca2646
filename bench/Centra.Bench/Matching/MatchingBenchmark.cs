using Centra.Matching;

namespace Centra.Bench.Matching;

public static class MatchingBenchmark
{
    public static void Run(string[] args)
    {
        var keys = MatchKeys.Create(new byte[32]);
        var path = SharedFolder.Find("febrl/dataset3.csv")!;
        if (args.Contains("learn")) { Learner.Run(keys, Febrl.Read(path, true)); return; }
        if (args.Contains("rules")) { RuleStudy.Run(keys, Febrl.Read(path, true), Febrl.Read(path, false)); return; }
        foreach (var id in new[] { true, false })
        {
            var f = Febrl.Read(path, id);
            foreach (var m in new[] { MatchModel.Current, MatchModel.Current.WithoutHouseholdRule() })
                Console.WriteLine($"{id} {FebrlMeasure.Of(f, keys, m)}");
            var seen = new Dictionary<string, int>();
            foreach (var s in StrangerMeasure.Of(50000, 200000, id, [10000, 500000, 10000000], keys, MatchModel.Current, seen))
                Console.WriteLine($"{s} {s.CandidatesEach:F3}");
            foreach (var (k, n) in seen.OrderByDescending(x => x.Value).Take(25)) Console.WriteLine($"   {n} {k}");
            seen.Clear();
            foreach (var s in HouseholdMeasure.Of(200000, id, [10000, 500000, 10000000], keys, MatchModel.Current, seen))
                Console.WriteLine(s);
            foreach (var (k, n) in seen.OrderByDescending(x => x.Value).Take(25)) Console.WriteLine($"   {n} {k}");
        }
    }
}
