using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>The checker finds what it is for, each of these mistakes put into the storage below the gate, and shows the acts that it takes and few others.</summary>
public class CheckerTests
{
    private const int Runs = 12;
    private const int MostLines = 1 + Slices.Shown;

    [Theory]
    [InlineData(SeededFault.IngestDoesNotLookAgain, "opted out", " opts ", " sends ")]
    [InlineData(SeededFault.ErasureLeavesARow, "records of nobody", " sends ", "> ")]
    [InlineData(SeededFault.ShardAnswersBelowTheHead, "opted out", " opts ")]
    public async Task Checker_OfAGateWithASeededFault_FindsItAndShowsWhatItTakes(SeededFault fault, string said, params string[] guilty)
    {
        var found = await FindAsync(fault);

        found.ShouldNotBeNull($"in {Runs} runs");
        TestContext.Current.TestOutputHelper?.WriteLine(found);
        found.ShouldContain(said);
        found.Split('\n').Length.ShouldBeInRange(1 + guilty.Length, MostLines);
        foreach (var act in guilty)
            found.ShouldContain(act);
    }

    [Fact]
    public void Shrink_OfAThousandActs_LeavesTheTwoThatItTakes()
    {
        var ordinals = new Dictionary<string, long>();
        var acts = Enumerable.Range(0, 1_000).Select(at => Harmless(at * 10, ordinals)).ToList();
        var guilty = Entered(3, 5_001, "guilty", ordinals);
        var screened = new Screened(1, 10_001, [3]) { Outcomes = [Matching.MatchOutcome.Permitted], End = 10_005 };
        acts.Insert(501, guilty);
        acts.Add(screened);

        var found = new AnswerCheck(acts, ordinals).Find()!;

        found.Act.ShouldBe(screened);
        AnswerCheck.Shrink(acts, ordinals, found).ShouldBe([guilty, screened]);
    }

    // Opt-outs of the same person that were ended again before, loads, and others' opt-outs.
    private static Act Harmless(long begin, Dictionary<string, long> ordinals) => (begin / 10 % 4) switch
    {
        0 => Entered(3, begin, $"ended {begin}", ordinals),
        1 => new Withdrew(1, begin, $"ended {begin - 10}", 3, IsReinstatement: true) { Ended = [$"ended {begin - 10}"], End = begin + 3 },
        2 => new Sent(1, begin, "north", "job", begin, [new SentLine(World.PatientId(3), begin)]) { End = begin + 3 },
        _ => Entered(8, begin, $"other {begin}", ordinals),
    };

    private static OptedOut Entered(int person, long begin, string id, Dictionary<string, long> ordinals)
    {
        ordinals[id] = begin;
        return new OptedOut(1, begin, "north", person, null!, WithId: false, 0) { OptOutId = id, InForce = true, End = begin + 3 };
    }

    private static async Task<string?> FindAsync(SeededFault fault)
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            if (await new ModelRun { Acts = 1_800, Workers = 12, Seed = seed, Pairs = 4, Setup = FaultyVault.In(new GateSetup(), fault) }.TryAsync() is { } found)
                return found;
        }
        return null;
    }
}
