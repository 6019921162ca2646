using Centra.Bench.Gate;
using Centra.Bench.Matching;
using Centra.Bench.Portal;
using Centra.Bench.Requests;

Dictionary<string, Func<string[], Task>> benchmarks = new()
{
    ["matching"] = options => Task.Run(() => MatchingBenchmark.Run(options)),
    ["requests"] = RequestsBenchmark.RunAsync,
    ["gate"] = GateBenchmark.RunAsync,
    ["portal"] = PortalBenchmark.RunAsync,
};

if (args.Length == 0)
{
    foreach (var benchmark in benchmarks.Values)
        await benchmark([]);
    return 0;
}
if (!benchmarks.TryGetValue(args[0], out var run))
{
    Console.Error.WriteLine($"usage: bench [{string.Join(" | ", benchmarks.Keys)}] [options]");
    return 2;
}

await run(args[1..]);
return 0;
