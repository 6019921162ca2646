namespace Centra.Bench.Requests;

/// <summary>
/// Data requests: durable commands in the silo and over HTTP, a whole life, lists, long histories. "requests silo", "requests http" and so on
/// measure that part alone, and write no file.
/// </summary>
internal static class RequestsBenchmark
{
    private const int Rounds = 3;
    private const int Writers = 48;
    private static readonly int[] Series = [16, 24, 32, Writers];
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(string[] args)
    {
        var report = new Report("requests", TimeProvider.System);
        var parts = args.Where(arg => !int.TryParse(arg, out _)).ToArray();
        var commands = args.Select(arg => int.TryParse(arg, out var number) ? number : 0).LastOrDefault(number => number > 0, 10_000);
        var folder = Directory.CreateTempSubdirectory("centra-bench-").FullName;
        try
        {
            var figures = new List<Figure>();
            if (Asks(parts, "lists"))
                figures.AddRange(await ListsAsync(report, folder));
            if (parts is not ["lists"])
                figures.AddRange(await ServiceAsync(report, parts, folder, commands));
            Figure.AddTo(report, "Data requests", figures);
            Report.Say($"Writers side by side, {Writers} where the table does not say how many; each begins a draft, saves a section eight times, hands it in. Rounds of {Each.TotalSeconds:F0} s; SQLite, every commit synced.");
            if (parts.Length == 0)
                report.Save();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Asks(string[] parts, string part) => parts.Length == 0 || parts.Contains(part);

    private static async Task<List<Figure>> ListsAsync(Report report, string folder)
    {
        var pages = await ListMeasure.AllAsync(folder, 100_000);
        report.Add("A page of 100 in microseconds, as the database answers it", pages,
            ("page", row => row.Page), ("of 100", row => Figure.Number(row.Few)), ("of 100,000", row => Figure.Number(row.Many)), ("ratio", row => Figure.Number(row.Ratio)));
        return
        [
            Figure.AtMost("list page at 100,000 requests, slowest kind", [pages.Max(page => page.Many) / 1_000], 20, "ms"),
            Figure.Plain("list page of all at 100,000 / at 100 requests", pages.Take(4).Select(page => page.Ratio), "x"),
        ];
    }

    private static async Task<List<Figure>> ServiceAsync(Report report, string[] parts, string folder, int commands)
    {
        var (figures, data, old) = (new List<Figure>(), Path.Combine(folder, "data"), "");
        await using (var service = await BenchService.StartAsync(data))
        {
            var desk = new SiloDesk(service);
            if (Asks(parts, "silo"))
                figures.AddRange(await LoadAsync(report, "in the silo", desk, 5_000));
            if (Asks(parts, "http"))
                figures.AddRange(await LoadAsync(report, "over HTTP", new HttpDesk(await service.SignedInAsync()), 2_000));
            if (Asks(parts, "lag"))
                figures.Add(Figure.AtMost("from sending a command to its row in lists, under load, p99", [await LagMeasure.P99Async(service, desk, Writers, Each)], 1_000, "ms"));
            if (Asks(parts, "life"))
                figures.Add(Figure.Plain("whole life of a request", await LifeMeasure.RunAsync(service, 10), "ms"));
            if (Asks(parts, "history"))
            {
                (old, var young, var aged) = await HistoryMeasure.GrowAsync(desk, commands);
                figures.Add(Figure.Plain($"command after {commands / 100:N0} commands", [young], "ms"));
                figures.Add(Figure.AtMost("the same after 100 times as many, ratio", [aged / young], 1.5, "x"));
            }
        }
        if (old.Length > 0)
            figures.Add(await ColdAsync(data, old, commands));
        return figures;
    }

    private static async Task<List<Figure>> LoadAsync(Report report, string where, IRequestDesk desk, double target)
    {
        var rounds = await LoadMeasure.RoundsAsync(desk, Series, Rounds, Each);
        report.Add($"Rounds {where}", rounds,
            ("writers", row => $"{row.Writers}"), ("commands/s", row => Figure.Number(row.PerSecond)), ("median ms", row => Figure.Number(row.Median)), ("p99 ms", row => Figure.Number(row.P99)),
            ("p99 ms of: " + string.Join(", ", Script.Steps), row => string.Join(", ", row.StepP99.Select(Figure.Number))),
            ("CPU us a command", row => Figure.Number(row.CpuMicroseconds)), ("collections", row => $"{row.Collections}"), ("paused ms", row => Figure.Number(row.Paused)));
        var most = LoadMeasure.ThatReach(double.MaxValue, rounds);
        var enough = LoadMeasure.ThatReach(target, rounds);
        return
        [
            Figure.AtLeast($"durable commands {where}, the most ({most[0].Writers} writers)", most.Select(round => round.PerSecond), target, "/s"),
            Figure.Plain($"with as few writers as reach the target ({enough[0].Writers})", enough.Select(round => round.PerSecond), "/s"),
            Figure.AtMost("p99 of these", enough.Select(round => round.P99), 20, "ms"),
            Figure.Plain($"processor time of a command {where}", most.Select(round => round.CpuMicroseconds), "us"),
        ];
    }

    // The first call warms the code up on another request of the demo.
    private static async Task<Figure> ColdAsync(string data, string id, int commands)
    {
        await using var service = await BenchService.StartAsync(data);
        await HistoryMeasure.ColdAsync(service, Centra.Api.Demo.DemoRequests.First);
        return Figure.Plain($"cold activation after {commands:N0} events", [await HistoryMeasure.ColdAsync(service, id)], "ms");
    }
}
