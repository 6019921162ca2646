using Centra.Bench.Gate.Lookups;
using Centra.Register;

namespace Centra.Bench.Gate.Steps;

/// <summary>Where the time of a record goes, beside what the hardware needs.</summary>
internal static class StepsPart
{
    public static async Task RunAsync(Report report, GateOptions options, string folder)
    {
        StepRow.AddTo(report, "Steps of a clinical line of 1.5 KB, processor time of one core", RecordSteps.Clinical());
        StepRow.AddTo(report, "Steps of a clinical line in SQLite, in slices of 200, synced", await StoreSteps.MeasureAsync(folder));
        StepRow.AddTo(report, "Steps of a person screened", RecordSteps.Person());
        StepRow.AddTo(report, "Steps of a lookup, one token", Lookup());
        Figure.AddTo(report, "The disk",
        [
            Figure.Plain("a write of 4 KB and its fsync", DiskFloor.Fsyncs(folder), "ms"),
            Figure.Plain("a SQLite transaction of one row, synced", await DiskFloor.CommitsAsync(folder), "ms"),
        ]);
    }

    private static List<StepRow> Lookup()
    {
        var tokens = new SyntheticTokens(10_000_000, 0);
        var batches = new PeopleBatches(tokens);
        var table = new ShardTable(tokens.Count);
        for (var number = 0L; number < tokens.Count; number++)
            table.Add(tokens[number], SyntheticTokens.OrdinalOf(number));
        var packed = Enumerable.Range(0, 200).Select(number => batches[number].SelectMany(person => person.ToArray()).ToArray()).ToArray();
        var layout = new ShardLayout(4);
        var hits = new List<ShardHit>();
        return
        [
            StepRow.Measure("sort a batch to 16 shards", PeopleBatches.Tokens, number => ShardQuestions.Of(batches[number], layout)),
            StepRow.Measure("find in a table of 10 M", PeopleBatches.Tokens, number =>
            {
                hits.Clear();
                table.FindAll(packed[number % packed.Length], hits);
            }),
        ];
    }
}
