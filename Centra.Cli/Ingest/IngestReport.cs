using System.Text.Json;
using Centra.Cli.Input;
using Centra.Cli.Terminal;
using Centra.Ingest;

namespace Centra.Cli.Ingest;

/// <summary>What became of all lines, for people or for programs. Rejected lines are read from the notebook one by one, however many.</summary>
internal sealed class IngestReport(JobView job, IReadOnlyList<RejectedInputLine> passedOver, Notebook notebook)
{
    /// <summary>How many rejected lines are listed for people.</summary>
    private const int Listed = 1_000;

    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;

    /// <summary>Everything that was read, the lines included that were too long to be sent.</summary>
    public LineCounts Counts { get; } =
        job.Counts with { Read = job.Counts.Read + passedOver.Count, Rejected = job.Counts.Rejected + passedOver.Count };

    /// <summary>The exit code that this amounts to.</summary>
    public int ExitCode => Counts.Rejected == 0 ? ExitCodes.Done : ExitCodes.SomeRejected;

    /// <summary>One JSON object.</summary>
    public void WriteJson(TextWriter output)
    {
        var head = JsonSerializer.Serialize(
            new
            {
                job.JobId, Counts.Read, Counts.Accepted, Counts.Unchanged, Counts.Suppressed, Counts.Review, Counts.Rejected,
                RejectsByCode = ByCode(),
            }, Web);
        output.Write($"{head[..^1]},\"rejects\":[");
        var separator = "";
        foreach (var reject in Rejects())
        {
            output.Write(separator + JsonSerializer.Serialize(reject, Web));
            separator = ",";
        }
        output.WriteLine("]}");
    }

    /// <summary>Sentences and columns.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"Job {job.JobId} is complete.");
        foreach (var (name, count) in Named())
            output.WriteLine($"  {name,-10} {Progress.Number(count),15}");
        if (Counts.Rejected == 0)
            return;
        output.WriteLine("Rejected lines:");
        foreach (var reject in Rejects().Take(Listed))
            output.WriteLine($"  {reject.File}:{reject.Line} {reject.Code}");
        if (Counts.Rejected > Listed)
            output.WriteLine($"  and {Progress.Number(Counts.Rejected - Listed)} more: --json lists them all.");
    }

    private (string Name, long Count)[] Named() =>
    [
        ("read", Counts.Read), ("accepted", Counts.Accepted), ("unchanged", Counts.Unchanged),
        ("suppressed", Counts.Suppressed), ("review", Counts.Review), ("rejected", Counts.Rejected),
    ];

    private IEnumerable<RejectedInputLine> Rejects() => passedOver.Concat(notebook.Rejecting().SelectMany(receipt => receipt.Rejects ?? []));

    private SortedDictionary<string, long> ByCode()
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var counts = notebook.Rejecting().SelectMany(receipt => receipt.ByCode!)
            .Concat(passedOver.Select(line => KeyValuePair.Create(line.Code, 1L)));
        foreach (var (code, count) in counts)
            sums[code] = sums.GetValueOrDefault(code) + count;
        return sums;
    }
}
