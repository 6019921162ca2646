using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>The checker finds what it is for: each of these mistakes, put into the storage below the gate, and none where there is none.</summary>
public class CheckerTests
{
    private const int Runs = 12;

    [Theory]
    [InlineData(SeededFault.IngestDoesNotLookAgain, "opted out")]
    [InlineData(SeededFault.ErasureLeavesARow, "records of nobody")]
    [InlineData(SeededFault.ShardAnswersBelowTheHead, "opted out")]
    public async Task Checker_OfAGateWithASeededFault_FindsIt(SeededFault fault, string said)
    {
        var found = await FindAsync(fault);

        found.ShouldNotBeNull($"in {Runs} runs");
        TestContext.Current.TestOutputHelper?.WriteLine(found);
        found.ShouldContain(said);
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
