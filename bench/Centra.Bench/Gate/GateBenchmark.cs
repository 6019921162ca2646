using Centra.Bench.Gate.Ingest;
using Centra.Bench.Gate.Loading;
using Centra.Bench.Gate.Lookups;
using Centra.Bench.Gate.OptOuts;
using Centra.Bench.Gate.Screening;
using Centra.Bench.Gate.Starting;
using Centra.Bench.Gate.Steps;

namespace Centra.Bench.Gate;

/// <summary>
/// The gate: its register beside Redis, PostgreSQL and a grain per person; screening, ingest and opting out; what a start costs. "gate lookups",
/// "gate ingest" and so on measure that part alone, and write no file.
/// </summary>
internal static class GateBenchmark
{
    private static readonly Dictionary<string, Func<Report, GateOptions, string, Task>> Parts = new()
    {
        ["lookups"] = LookupsPart.RunAsync,
        ["load"] = LoadPart.RunAsync,
        ["screen"] = ScreenPart.RunAsync,
        ["ingest"] = IngestPart.RunAsync,
        ["optout"] = OptOutPart.RunAsync,
        ["ready"] = ReadyPart.RunAsync,
        ["steps"] = StepsPart.RunAsync,
    };

    public static async Task RunAsync(string[] args)
    {
        var options = GateOptions.Read(args);
        if (options.Parts.FirstOrDefault(part => !Parts.ContainsKey(part)) is { } unknown)
            throw new ArgumentException($"There is no part {unknown}; there are {string.Join(", ", Parts.Keys)}.");
        var report = new Report("gate", TimeProvider.System);
        foreach (var (name, run) in Parts)
        {
            if (options.Parts.Count == 0 || options.Parts.Contains(name))
                await InFolderAsync(folder => run(report, options, folder));
        }
        if (options.Parts.Count > 0)
            return;
        report.Save();
        report.PutInto("docs/performance.md");
    }

    private static async Task InFolderAsync(Func<string, Task> run)
    {
        var folder = Directory.CreateTempSubdirectory("centra-bench-").FullName;
        try
        {
            await run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
