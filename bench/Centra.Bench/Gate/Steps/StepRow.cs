using System.Diagnostics;

namespace Centra.Bench.Gate.Steps;

/// <summary>Processor time of one step for one record.</summary>
/// <param name="Step">What is done.</param>
/// <param name="Nanoseconds">Of one record, each round, on one core.</param>
/// <param name="Floor">What the hardware needs for it at the least, in nanoseconds: the same bytes through the bare primitive. Null: nothing to compare with.</param>
/// <param name="FloorOf">Which primitive.</param>
internal sealed record StepRow(string Step, IReadOnlyList<double> Nanoseconds, double? Floor, string FloorOf)
{
    private const int RoundCount = 5;
    private const int WarmUps = 6;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan WithStorage = TimeSpan.FromSeconds(2);

    public double Median => Nanoseconds.Order().ElementAt(Nanoseconds.Count / 2);

    /// <summary>Does it over and over.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="records">How many records one call is about.</param>
    /// <param name="call">The call, by number.</param>
    /// <param name="floor">What it is compared with.</param>
    public static StepRow Measure(string step, int records, Action<int> call, StepRow? floor = null)
    {
        // What is compiled better comes some tenths of a second after the first calls.
        for (var round = 0; round < WarmUps; round++)
            Round(records, call);
        return new StepRow(step, [.. Enumerable.Range(0, RoundCount).Select(_ => Round(records, call))], floor?.Median, floor?.Step ?? "");
    }

    /// <summary>The same of work that waits for a database: its processor time, not the waiting.</summary>
    public static async Task<StepRow> MeasureAsync(string step, int records, Func<int, Task> call)
    {
        var (rounds, calls) = (new List<double>(), 0);
        for (var round = 0; round <= RoundCount; round++)
        {
            var (begun, cpu, first) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, calls);
            while (Stopwatch.GetElapsedTime(begun) < WithStorage)
                await call(calls++);
            rounds.Add((Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / ((double)(calls - first) * records));
        }
        return new StepRow(step, rounds[1..], null, "");
    }

    /// <summary>The table.</summary>
    public static void AddTo(Report report, string title, IReadOnlyList<StepRow> rows) => report.Add(title, rows,
        ("step", row => row.Step), ("us", row => Micro(row.Median)), ("spread", row => $"{Micro(row.Nanoseconds.Min())} - {Micro(row.Nanoseconds.Max())}"),
        ("floor us", row => row.Floor is { } floor ? Micro(floor) : ""), ("floor", row => row.FloorOf), ("times", row => row.Floor is { } floor ? Figure.Number(row.Median / floor) : ""));

    // Processor time of this process: nothing else is at work in it, and others beside it do not count.
    private static double Round(int records, Action<int> call)
    {
        var (begun, cpu, calls) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
        while (Stopwatch.GetElapsedTime(begun) < Long)
            call(calls++);
        return (Environment.CpuUsage.TotalTime - cpu).TotalNanoseconds / ((double)calls * records);
    }

    private static string Micro(double nanoseconds) => Figure.Number(nanoseconds / 1_000);
}
