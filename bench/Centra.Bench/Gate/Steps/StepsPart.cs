using Centra.Bench.Gate.Lookups;
using Centra.Register;

namespace Centra.Bench.Gate.Steps;

/// <summary>Where the time of a record goes, beside what the hardware needs.</summary>
internal static class StepsPart
{
    public static Task RunAsync(Report report, GateOptions options, string folder)
    {
        StepRow.AddTo(report, "Steps of a lookup, one token", Lookup());
        return Task.CompletedTask;
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
