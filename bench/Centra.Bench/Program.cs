using Centra.Bench.Matching;

Dictionary<string, Action<string[]>> benchmarks = new()
{
    ["matching"] = MatchingBenchmark.Run,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"usage: bench ({string.Join(" | ", benchmarks.Keys)}) [options]");
    return 2;
}

run(args[1..]);
return 0;
