using Centra.Ingest;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>Batches of a load and opt-outs, each answered before the next is sent, until SQLite's log was copied into its file while they went on.</summary>
internal sealed class CopiedLogStory : Story
{
    /// <summary>So many batches at the most.</summary>
    public const int Most = 500;

    private const int Fewest = 4;
    private const string Job = "log";

    /// <summary>Whether the log was copied often enough.</summary>
    public Func<bool> IsCopied { get; set; } = () => true;

    /// <summary>How many batches that took; from the first time on so many are sent.</summary>
    public int Batches { get; private set; }

    public override async Task PrepareAsync(GateHost gate)
    {
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Cast.Other(0).Chart("o0", 3));
        await north.CloseAsync(await north.OpenAsync(Job));
    }

    public override async Task<string> ActAsync(GateHost gate)
    {
        var north = new TestPractice(gate, "north");
        var (sent, counts) = (0, LineCounts.Zero);
        do
        {
            var receipt = await north.SendAsync(Job, ++sent, [.. Cast.Other(sent).Chart($"o{sent}", 3), TestLines.Condition($"o0-b{sent}", "o0")]);
            counts = counts.Plus(receipt.Counts);
            await north.OptOutAsync(Cast.Other(Most + sent).Form(), Command($"opt out {sent}"));
        }
        while (Batches > 0 ? sent < Batches : sent < Fewest || (sent < Most && !IsCopied()));
        Batches = sent;
        // What was taken before the cut is known afterwards.
        return $"{counts.Accepted + counts.Unchanged} {counts.Suppressed} {counts.Rejected}";
    }

    // Of a batch that was answered everything is there, and the opt-out after it: of each before the last of which there is anything.
    public override async Task CheckAsync(GateHost gate, string? told)
    {
        var there = new List<bool>();
        for (var batch = 1; batch <= Batches; batch++)
            there.Add(await gate.IsReadableAsync("north", $"o{batch}"));
        var last = told is null ? there.LastIndexOf(true) : Batches;
        there.Take(last).ShouldAllBe(isThere => isThere);
        (await gate.ResourcesAsync()).ShouldBeGreaterThanOrEqualTo(3 + last * 4);
        (await gate.InForceAsync()).ShouldBeGreaterThanOrEqualTo(last);
    }
}
