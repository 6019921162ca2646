using Centra.Bench.Gate.Ingest;
using Centra.Testing;

namespace Centra.Bench.Gate.OptOuts;

/// <summary>How long a practice waits until an opt-out is in force: while nothing else happens, and while records come in as fast as they are taken.</summary>
internal static class OptOutPart
{
    private const double MostMilliseconds = 50;

    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        var figures = await MeasureAsync("SQLite", Path.Combine(folder, "sqlite"), null);
        await using (var server = await PrivatePostgres.TryStartAsync(IngestPart.ServerSettings))
        {
            if (server is null)
                report.Remark($"PostgreSQL: {PrivatePostgres.Absence}");
            else
                figures.AddRange(await MeasureAsync("PostgreSQL", Path.Combine(folder, "postgres"), await server.CreateDatabaseAsync()));
        }
        Figure.AddTo(report, "Opting out", figures);
        report.Remark($"One opt-out after the other over HTTP, {OptOutTimes.Each} each time; every second one of a stored patient with {OptOutTimes.Records} records, who is erased before the answer. Spread: the fastest and the slowest.");
    }

    private static async Task<List<Figure>> MeasureAsync(string name, string folder, string? postgres)
    {
        await using var service = await GateService.StartAsync(folder, postgres);
        using var practice = await service.PracticeAsync("north");
        using var other = await service.PracticeAsync("south");
        var times = new OptOutTimes(practice);
        await times.WarmUpAsync();
        var alone = await times.RunAsync();
        using var end = new CancellationTokenSource();
        var load = LoadAsync(other, end.Token);
        var loaded = await times.RunAsync();
        await end.CancelAsync();
        return
        [
            Figure.Plain($"{name}, alone, median", alone, "ms"),
            Figure.AtMost($"{name}, alone, p99", [OptOutTimes.P99(alone)], MostMilliseconds, "ms"),
            Figure.Plain($"{name}, under full ingest, median", loaded, "ms"),
            Figure.AtMost($"{name}, under full ingest, p99", [OptOutTimes.P99(loaded)], MostMilliseconds, "ms"),
            Figure.Plain($"ingest meanwhile to {name}", [(await load).PerSecond], "lines/s"),
        ];
    }

    private static async Task<Sent> LoadAsync(HttpClient practice, CancellationToken end)
    {
        var (run, sent) = (new IngestRun(practice), new List<Sent>());
        while (!end.IsCancellationRequested)
            sent.Add((await run.JobAsync(250)).Clinical);
        return new Sent(sent.Sum(one => one.Lines), TimeSpan.FromTicks(sent.Sum(one => one.Time.Ticks)), TimeSpan.FromTicks(sent.Sum(one => one.Cpu.Ticks)));
    }
}
