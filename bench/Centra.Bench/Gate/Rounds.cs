using System.Diagnostics;

namespace Centra.Bench.Gate;

/// <summary>Work done over and over by several at a time for some seconds, some times.</summary>
/// <param name="PerSecond">How much was done in a second, each round.</param>
/// <param name="CpuMicroseconds">Processor time of this process for a piece, each round: tells more than the clock where others are at work.</param>
internal sealed record Rounds(IReadOnlyList<double> PerSecond, IReadOnlyList<double> CpuMicroseconds)
{
    // What runs for the first time is compiled, compiled better a little later, and slow until then.
    private const int MostWarmUps = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    /// <summary>Runs the rounds, after some that do not count: until they have used so much processor time.</summary>
    /// <param name="options">Number and length of rounds.</param>
    /// <param name="workers">How many at a time.</param>
    /// <param name="work">A piece of work, for a worker and a number that goes up; it says how much it was.</param>
    public static async Task<Rounds> RunAsync(GateOptions options, int workers, Func<int, int, Task<long>> work)
    {
        var (begun, rounds) = (Environment.CpuUsage.TotalTime, new List<(double PerSecond, double Cpu)>());
        for (var round = 0; round < MostWarmUps && Environment.CpuUsage.TotalTime - begun < WarmUp; round++)
            await RoundAsync(workers, work);
        for (var round = 0; round < options.Rounds; round++)
            rounds.Add(await RoundAsync(workers, work));
        return new Rounds([.. rounds.Select(round => round.PerSecond)], [.. rounds.Select(round => round.Cpu)]);
    }

    private static async Task<(double PerSecond, double Cpu)> RoundAsync(int workers, Func<int, int, Task<long>> work)
    {
        var (begun, cpu, next) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, -1);
        var sums = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            var sum = 0L;
            while (Stopwatch.GetElapsedTime(begun) < GateOptions.Round)
                sum += await work(worker, Interlocked.Increment(ref next));
            return sum;
        })));
        var (done, taken) = (sums.Sum(), Stopwatch.GetElapsedTime(begun));
        return (done / taken.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / done);
    }
}
