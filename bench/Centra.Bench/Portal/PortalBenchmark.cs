using System.Globalization;
using Centra.Bench.Requests;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Bench.Portal;

/// <summary>
/// What a person waits for: whole pages over HTTP, each asked for by somebody who has signed in, first among 1,000 requests and then among
/// 100,000; the front page of a service that has just started, and how much comes over the wire with it. Numbers after "portal" are other
/// sizes; they write no file.
/// </summary>
internal static class PortalBenchmark
{
    private static readonly int[] Sizes = [1_000, 100_000];

    public static async Task RunAsync(string[] args)
    {
        var sizes = args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).ToArray() is [0] ? Sizes : [.. args.Select(int.Parse)];
        var report = new Report("portal", TimeProvider.System);
        var folder = Directory.CreateTempSubdirectory("centra-bench-").FullName;
        try
        {
            await MeasureAsync(report, folder, sizes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        if (args.Length == 0)
            report.Save();
    }

    private static async Task MeasureAsync(Report report, string folder, int[] sizes)
    {
        PortalCast cast;
        await using (var service = await BenchService.StartAsync(folder))
            cast = PortalCast.Of(service.Plan);
        var (rounds, from) = (new List<IReadOnlyList<PageTime>>(), 0);
        foreach (var size in sizes)
        {
            await GrowAsync(folder, cast, from, size);
            from = size;
            await using var process = await ServiceProcess.StartAsync(folder);
            rounds.Add(await PageTimes.AllAsync(process.Address, cast));
        }
        PageTables.Add(report, sizes, rounds);
        await FirstPages.AddAsync(report, folder);
    }

    private static async Task GrowAsync(string folder, PortalCast cast, int from, int to)
    {
        await using var database = new SqliteDatabase(Path.Combine(folder, "read.db"), SqliteConnections.SmallCache);
        await ListRows.AddAsync(database, from, to, cast.Rows);
        await ContractRows.AddAsync(database);
    }
}
