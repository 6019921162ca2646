using System.Diagnostics;
using Centra.Testing;

namespace Centra.Bench.Gate.Starting;

/// <summary>From the start of the process to its word that it is ready, embedded, with a small register.</summary>
internal static class ReadyPart
{
    private const double Seconds = 2;
    private const int Starts = 5;

    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        var (first, _) = await StartAsync(folder);
        var others = new List<(double Seconds, double Cpu)>();
        for (var start = 0; start < Starts; start++)
            others.Add(await StartAsync(folder));
        Figure.AddTo(report, "Starting",
        [
            Figure.Plain("the very first start: databases, keys and a register are made", [first], "s"),
            Figure.AtMost("process start to ready", others.Select(start => start.Seconds), Seconds, "s"),
            Figure.Plain("processor time of it", others.Select(start => start.Cpu), "s"),
        ]);
    }

    private static async Task<(double Seconds, double Cpu)> StartAsync(string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var service = await ServiceProcess.StartAsync(folder);
        return (Stopwatch.GetElapsedTime(begun).TotalSeconds, service.Cpu.TotalSeconds);
    }
}
