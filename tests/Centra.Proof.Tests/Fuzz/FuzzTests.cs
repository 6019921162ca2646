using Centra.Proof.Model;

namespace Centra.Proof.Fuzz;

/// <summary>
/// Every parser of what comes from outside, with mutated inputs from a fixed seed. CENTRA_FUZZ_INPUTS says how many in all, CENTRA_PROOF_SEED
/// which ones.
/// </summary>
public sealed class FuzzTests
{
    private const int InputsByDefault = 60_000;
    private static readonly IReadOnlyList<FuzzTarget> Targets = [.. LineTargets.All, .. DocumentTargets.All, .. AttachmentTargets.All];
    private static readonly double Share = ModelRun.Size("CENTRA_FUZZ_INPUTS", InputsByDefault) / Targets.Sum(target => 1.0 / target.Weight);

    public static TheoryData<string> Names => [.. Targets.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Parser_OfMutatedInputs_AnswersEachAndRepeatsNothing(string name)
    {
        var target = Targets.Single(one => one.Name == name);
        var fuzzing = new Fuzzing(target, ModelRun.Size("CENTRA_PROOF_SEED", 1));

        await fuzzing.RunAsync((int)(Share / target.Weight) + 1);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", fuzzing.Answers.OrderByDescending(one => one.Value).Take(12).Select(one => $"{one.Key} {one.Value}")));
        fuzzing.Answers.Count.ShouldBeGreaterThan(1, "it takes some and refuses some");
    }
}
