using System.CommandLine;
using Centra.Cli.Input;
using Centra.Cli.Server;
using Centra.Cli.Terminal;
using Centra.Ingest;

namespace Centra.Cli.Ingest;

/// <summary>centra ingest PATH: sends a practice's records, patients first, and says what became of every line.</summary>
internal sealed class IngestCommand(Surroundings around)
{
    private const int UsualLanes = 2;

    private readonly Argument<string> _path = PathArgument.Create("PATH", "A file or a folder of *.ndjson, *.csv, either also with .gz.");
    private readonly ServerOptions _server = new();
    private readonly Option<bool> _json = JsonOption.Create();
    private readonly Option<int?> _parallel = NumberOption.Create("--parallel", 1, 32, "How many batches are under way at once; 2 unless told.");
    private readonly Option<string?> _mapping = new("--mapping")
    {
        HelpName = "FILE",
        Description = "How the columns of CSV files become resources; without it they are patients.",
    };
    private readonly Option<bool> _anew = new("--new") { Description = "Open a new job even where an interrupted one could go on." };

    public static Command Create(Surroundings around) => new IngestCommand(around).Build();

    private Command Build()
    {
        var command = new Command("ingest", "Send patients and their records; an interrupted run goes on where it was.")
        {
            _path, _json, _parallel, _mapping, _anew,
        };
        _server.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_path);
        var files = InputFiles.Find(path);
        var mapping = CsvMappingFile.Read(parsed.GetValue(_mapping));
        using var server = _server.Connect(parsed, around);
        using var notebook = Notebooks.Open(around, path, server);
        var report = await Progress.RunAsync(around, async progress =>
        {
            server.Say = progress.Say;
            // Within a machine, gzip costs more than the copying that it saves.
            var jobs = new JobApi(server, zips: !server.Address.IsLoopback);
            var opening = new JobOpening(jobs, notebook, around.Ids, progress);
            var job = await opening.OpenAsync(Notebooks.DigestOf(files, mapping), mapping, parsed.GetValue(_anew), cancel);
            var lanes = parsed.GetValue(_parallel) ?? UsualLanes;
            return await SendAsync(new IngestRun(new IngestInput(files, mapping), jobs, notebook, progress, lanes), job, progress, cancel);
        });
        Tell(report, parsed.GetValue(_json));
        notebook.Delete();
        return report.ExitCode;
    }

    private static async Task<IngestReport> SendAsync(IngestRun run, JobView job, Progress progress, CancellationToken cancel)
    {
        try
        {
            return await run.RunAsync(job, cancel);
        }
        catch
        {
            progress.Say($"Job {job.JobId} stays open: the same command goes on with it, with --new another is opened.");
            throw;
        }
    }

    private void Tell(IngestReport report, bool asJson)
    {
        report.Write(asJson ? around.Error : around.Out);
        if (asJson)
            report.WriteJson(around.Out);
    }
}
