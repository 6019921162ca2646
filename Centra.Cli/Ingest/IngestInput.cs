using System.Runtime.CompilerServices;
using Centra.Cli.Input;
using Centra.Cli.Terminal;

namespace Centra.Cli.Ingest;

/// <summary>The files of a job, read in two passes: patients and reference data wherever they stand, then the rest.</summary>
internal sealed class IngestInput(IReadOnlyList<InputFile> files, CsvMappingFile? mapping)
{
    private const int LinesBetweenTellings = 1_000;

    private readonly long[] _rest = new long[files.Count];

    /// <summary>Lines that are too long to be sent, known after the first pass.</summary>
    public List<RejectedInputLine> PassedOver { get; } = [];

    /// <summary>Lines of the second pass, known after the first.</summary>
    public long Rest => _rest.Sum();

    /// <summary>Size of all files as stored.</summary>
    public long Bytes { get; } = files.Sum(file => file.Length);

    /// <summary>The first pass reads everything.</summary>
    public async IAsyncEnumerable<LineBatch> PeopleAsync(Progress progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        long before = 0;
        for (var index = 0; index < files.Count; index++)
        {
            var (number, file) = (index, files[index]);
            var cutter = new LineCutter(line =>
            {
                if (line.Number % LinesBetweenTellings == 0)
                    progress.At(before + line.Position);
                var group = GroupOf(file, line);
                _rest[number] += group is LineGroup.People ? 0 : 1;
                return group is LineGroup.People ? group : LineGroup.None;
            }, line => PassedOver.Add(new RejectedInputLine(file.Name, line, nameof(Centra.Ingest.LineCode.LineTooLong))));
            await foreach (var batch in cutter.CutAsync(file, cancel))
                yield return batch;
            before += file.Length;
        }
    }

    /// <summary>The second pass reads the files in which the first left something.</summary>
    public async IAsyncEnumerable<LineBatch> RestAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (var index = 0; index < files.Count; index++)
        {
            var file = files[index];
            var cutter = new LineCutter(line => GroupOf(file, line) is var group and not LineGroup.People ? group : LineGroup.None, _ => { });
            if (_rest[index] == 0)
                continue;
            await foreach (var batch in cutter.CutAsync(file, cancel))
                yield return batch;
        }
    }

    // Without a mapping the service reads CSV as patients.
    private LineGroup GroupOf(InputFile file, LineReader line) => file.Format is InputFormat.Ndjson
        ? ResourceScan.Of(line.Content)
        : mapping?.GroupOf(file.Name) ?? LineGroup.People;
}
