using Centra.Testing;

namespace Centra.Bench.Gate.Ingest;

/// <summary>Ingest over HTTP into SQLite and PostgreSQL, with few rows there and with four times as many.</summary>
internal static class IngestPart
{
    private const double Sqlite = 15_000;
    private const double Postgres = 10_000;
    private const double Patients = 5_000;
    private const double Flat = 0.8;
    private const int PatientsARound = 5_000;

    /// <summary>Server settings: durable, with memory for what is measured.</summary>
    public const string ServerSettings = "-c shared_buffers=1GB -c max_wal_size=8GB";

    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        var figures = await MeasureAsync("SQLite", Sqlite, options, Path.Combine(folder, "sqlite"), null);
        await using (var server = await PrivatePostgres.TryStartAsync(ServerSettings))
        {
            if (server is null)
                report.Remark($"PostgreSQL: {PrivatePostgres.Absence}");
            else
                figures.AddRange(await MeasureAsync("PostgreSQL", Postgres, options, Path.Combine(folder, "postgres"), await server.CreateDatabaseAsync()));
        }
        Figure.AddTo(report, "Ingest", figures);
        report.Remark($"Over HTTP by one practice, 4 batches of 1,000 lines at a time, clinical resources of at least 1.5 KB, uncompressed; encrypted, fenced, every commit synced, copies made. {options.Rows / 4:N0} and then {options.Rows:N0} clinical rows were there before (the target is stated for 1,000,000: --rows 1000000).");
    }

    private static async Task<List<Figure>> MeasureAsync(string name, double target, GateOptions options, string folder, string? postgres)
    {
        await using var service = await GateService.StartAsync(folder, postgres);
        using var practice = await service.PracticeAsync("north");
        var run = new IngestRun(practice);
        await run.FillAsync(options.Rows / 4);
        var few = await RoundsAsync(options, async () => (await run.JobAsync()).Clinical);
        await run.FillAsync(options.Rows);
        var many = await RoundsAsync(options, async () => (await run.JobAsync()).Clinical);
        // What stands in the log goes into the file first.
        await service.Storage.Vault.Database.ScrubAsync();
        var size = postgres is null ? new FileInfo(Path.Combine(folder, "vault.db")).Length / (double)run.Rows : (double?)null;
        var patients = await RoundsAsync(options, async () => (await run.JobAsync(PatientsARound, clinicalPerPatient: 0)).Patients);
        return
        [
            Figure.AtLeast($"clinical lines to {name} at {options.Rows:N0} rows", many.Select(sent => sent.PerSecond), target, "/s"),
            Figure.Plain("processor time of a line, the client's part included", many.Select(sent => sent.CpuMicroseconds), "us"),
            Figure.AtLeast($"times the speed at {options.Rows / 4:N0} rows", many.Zip(few).Select(pair => pair.First.PerSecond / pair.Second.PerSecond), Flat, "x"),
            Figure.AtMost("times the processor time there", many.Zip(few).Select(pair => pair.First.CpuMicroseconds / pair.Second.CpuMicroseconds), 1 / Flat, "x"),
            .. size is null ? [] : new[] { Figure.Plain($"disk for a clinical line in {name}, with its copy and indexes", [size.Value], "bytes") },
            Figure.AtLeast($"Patient lines to {name}", patients.Select(sent => sent.PerSecond), Patients, "/s"),
            Figure.Plain("processor time of a Patient line", patients.Select(sent => sent.CpuMicroseconds), "us"),
        ];
    }

    private static async Task<List<Sent>> RoundsAsync(GateOptions options, Func<Task<Sent>> round)
    {
        var sent = new List<Sent>();
        for (var number = 0; number < options.Rounds; number++)
            sent.Add(await round());
        return sent;
    }
}
