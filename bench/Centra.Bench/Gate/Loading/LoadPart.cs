using System.Diagnostics;
using Centra.Bench.Gate.Lookups;
using Centra.Register;

namespace Centra.Bench.Gate.Loading;

/// <summary>A large register: what it takes in memory, how long it loads, what it answers right afterwards, and what happens where a snapshot is cut.</summary>
internal static class LoadPart
{
    private const double Seconds = 10;
    private const double Bytes = 16;

    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        var count = options.Tokens.Max();
        var tokens = await RegisterFiles.MakeAsync(folder, count);
        var batches = new PeopleBatches(tokens);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (loads, disk, first, sizes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            PageCache.Leave(Path.Combine(folder, "snapshots"));
            disk.Add(await StartAsync(folder, tokens, batches, first, before, sizes));
            loads.Add(await StartAsync(folder, tokens, batches, first, before, sizes));
        }
        var (rows, cut) = await CutAsync(folder, tokens, batches, before);
        Figure.AddTo(report, $"A register of {count:N0} tokens",
        [
            Figure.AtMost("memory of the process for a token, all included", sizes, Bytes, "bytes"),
            Figure.AtMost("load from snapshots that the disk has to read", disk, Seconds, "s"),
            Figure.AtMost("load from snapshots in the page cache", loads, Seconds, "s"),
            Figure.Plain("first batch of 1,000 people after the load", first, "ms"),
            .. cut,
        ]);
        report.Remark($"Each start is followed by questions to every shard, for its own tokens and for as many of nobody; every answer was right. Of one shard in 16 the snapshot was cut in half and {rows:N0} rows were in the database.");
    }

    private static async Task<(int Rows, List<Figure> Figures)> CutAsync(string folder, SyntheticTokens tokens, PeopleBatches batches, long before)
    {
        var rows = await CutSnapshot.MakeAsync(folder, tokens);
        var (first, sizes) = (new List<double>(), new List<double>());
        var replayed = await StartAsync(folder, tokens, batches, first, before, sizes);
        var again = await StartAsync(folder, tokens, batches, first, before, sizes);
        return (rows, [Figure.Plain("load with the cut snapshot: noticed, its shard read from the database", [replayed], "s"), Figure.Plain("the load after that: the snapshot was written anew", [again], "s")]);
    }

    private static async Task<double> StartAsync(string folder, SyntheticTokens tokens, PeopleBatches batches, List<double> first, long before, List<double> sizes)
    {
        await using var service = await GateService.StartAsync(folder);
        var begun = Stopwatch.GetTimestamp();
        await SiloLookups.AskAsync(service.Get<RegisterChecks>(), batches[0]);
        first.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        sizes.Add((double)(GC.GetTotalMemory(forceFullCollection: true) - before) / tokens.Count);
        await ShardProof.AskAsync(service, tokens);
        return service.Opening.TotalSeconds;
    }
}
