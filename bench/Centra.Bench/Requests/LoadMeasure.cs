using System.Diagnostics;

namespace Centra.Bench.Requests;

/// <summary>One round of writers at work side by side.</summary>
/// <param name="PerSecond">Commands answered in a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="CpuMicroseconds">Processor time of the whole process for one command, the client's part included.</param>
/// <param name="Waited">Gen 2 collections in the round.</param>
internal sealed record LoadMeasure(double PerSecond, double Median, double P99, double CpuMicroseconds, int Waited)
{
    /// <summary>Warms up, then measures some rounds.</summary>
    public static async Task<List<LoadMeasure>> RoundsAsync(IRequestDesk desk, int writers, int rounds, TimeSpan each)
    {
        await RoundAsync(desk, writers, each);
        var measured = new List<LoadMeasure>();
        for (var round = 0; round < rounds; round++)
            measured.Add(await RoundAsync(desk, writers, each));
        return measured;
    }

    private static async Task<LoadMeasure> RoundAsync(IRequestDesk desk, int writers, TimeSpan each)
    {
        using var end = new CancellationTokenSource(each, TimeProvider.System);
        var (cpu, collections) = (Environment.CpuUsage.TotalTime, GC.CollectionCount(2));
        var begun = Stopwatch.GetTimestamp();
        var taken = (await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => Script.WriteAsync(desk, writer, end.Token))))).SelectMany(list => list).ToArray();
        var used = Environment.CpuUsage.TotalTime - cpu;
        Array.Sort(taken);
        return new LoadMeasure(
            taken.Length / Math.Max(each.TotalSeconds, 0.001), Percentile(taken, 0.5), Percentile(taken, 0.99),
            used.TotalMicroseconds / taken.Length * (each / Stopwatch.GetElapsedTime(begun)), GC.CollectionCount(2) - collections);
    }

    internal static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
