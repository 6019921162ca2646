using System.Diagnostics;

namespace Centra.Bench.Requests;

/// <summary>One round of writers at work side by side.</summary>
/// <param name="Writers">How many.</param>
/// <param name="PerSecond">Commands answered in a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="StepP99">Milliseconds for each step of the script.</param>
/// <param name="CpuMicroseconds">Processor time of the whole process for one command, the client's part included.</param>
/// <param name="Collections">Garbage collections in the round.</param>
/// <param name="Paused">Milliseconds for which they held everything up, together.</param>
internal sealed record LoadMeasure(int Writers, double PerSecond, double Median, double P99, IReadOnlyList<double> StepP99, double CpuMicroseconds, int Collections, double Paused)
{
    // Until then the compiler has much of the processor.
    private const int WarmUp = 6_000;

    /// <summary>Warms up, then measures some rounds with each number of writers.</summary>
    public static async Task<List<LoadMeasure>> RoundsAsync(IRequestDesk desk, IReadOnlyList<int> writers, int rounds, TimeSpan each)
    {
        for (var (warm, round) = (0, 0); warm < WarmUp && round < 5; round++)
            warm += (int)((await RoundAsync(desk, writers.Max(), each)).PerSecond * each.TotalSeconds);
        var measured = new List<LoadMeasure>();
        foreach (var several in writers)
            for (var round = 0; round < rounds; round++)
                measured.Add(await RoundAsync(desk, several, each));
        return measured;
    }

    /// <summary>The rounds of the fewest writers who reach this rate at the median; of those who come nearest where none does.</summary>
    public static IReadOnlyList<LoadMeasure> ThatReach(double perSecond, IReadOnlyList<LoadMeasure> rounds)
    {
        var groups = rounds.GroupBy(round => round.Writers).Select(group => group.ToList()).ToList();
        return groups.FirstOrDefault(group => Rate(group) >= perSecond) ?? groups.MaxBy(Rate)!;
    }

    private static double Rate(List<LoadMeasure> rounds) => Percentile([.. rounds.Select(round => round.PerSecond).Order()], 0.5);

    private static async Task<LoadMeasure> RoundAsync(IRequestDesk desk, int writers, TimeSpan each)
    {
        using var end = new CancellationTokenSource(each, TimeProvider.System);
        var (cpu, collections, paused) = (Environment.CpuUsage.TotalTime, GC.CollectionCount(0), GC.GetTotalPauseDuration());
        var begun = Stopwatch.GetTimestamp();
        var taken = (await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => Script.WriteAsync(desk, writer, end.Token))))).SelectMany(list => list).ToArray();
        var used = Environment.CpuUsage.TotalTime - cpu;
        var all = Sorted(taken);
        return new LoadMeasure(
            writers, taken.Length / Math.Max(each.TotalSeconds, 0.001), Percentile(all, 0.5), Percentile(all, 0.99),
            [.. Script.Steps.Select(step => Percentile(Sorted(taken.Where(one => one.Step == step)), 0.99))],
            used.TotalMicroseconds / taken.Length * (each / Stopwatch.GetElapsedTime(begun)), GC.CollectionCount(0) - collections, (GC.GetTotalPauseDuration() - paused).TotalMilliseconds);
    }

    private static double[] Sorted(IEnumerable<Taken> taken) => [.. taken.Select(one => one.Milliseconds).Order()];

    internal static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
