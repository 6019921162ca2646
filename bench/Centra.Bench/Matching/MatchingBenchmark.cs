using Centra.Matching;

namespace Centra.Bench.Matching;

public static class MatchingBenchmark
{
    public static void Run(string[] args)
    {
        var keys = MatchKeys.Create(new byte[32]);
        var path = SharedFolder.Find("febrl/dataset3.csv")!;
        foreach (var id in new[] { true, false })
        {
            var f = Febrl.Read(path, id);
            var missed = new Dictionary<string, int>();
            foreach (var m in new[] { MatchModel.Current, MatchModel.Current.WithoutHouseholdRule() })
                Console.WriteLine($"{id} {FebrlMeasure.Of(f, keys, m, (r, p) => { var k = p?.ToString() ?? "unblocked"; missed[k] = missed.GetValueOrDefault(k) + 1; })}");
            foreach (var (k, n) in missed.OrderByDescending(x => x.Value).Take(40)) Console.WriteLine($"   {n} {k}");
        }
    }
}
