using System.Text;
using Centra.Rekeying;
using Centra.ReviewLane;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>An officer finds that a held twin is the person that opted out after all; or two find that he is not.</summary>
internal sealed class VerdictStory(ReviewVerdict verdict) : Story
{
    public override async Task PrepareAsync(GateHost gate)
    {
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Cast.Twin.Chart("t1", 2));
        await north.OptOutAsync(Cast.Ann.Form());
    }

    public override async Task<string> ActAsync(GateHost gate)
    {
        var item = (await gate.ReviewsAsync()).Single().ItemId;
        var answers = new List<string>();
        foreach (var officer in verdict is ReviewVerdict.SomeoneElse ? new[] { "officer", "second" } : ["officer"])
            answers.Add(Said(await gate.DecideAsync(item, verdict, officer, Command("decide", officer))));
        return answers[^1];
    }

    // Erased and never half so, or held, or back in sight with all records.
    public override async Task CheckAsync(GateHost gate, string? told)
    {
        var status = await new TestPractice(gate, "north").StatusAsync("t1");
        status.ShouldBeOneOf(PatientStatus.Held, verdict is ReviewVerdict.Same ? PatientStatus.None : PatientStatus.Live);
        (await gate.ResourcesAsync()).ShouldBe(status is PatientStatus.None ? 0 : 2);
    }

    private static string Said(Result<ReviewItemView> answer) => answer.IsRefused ? answer.Code() : $"{answer.Value!.State}";
}

/// <summary>A practice says that its patient did not opt out; the patient is taken into the review lane.</summary>
internal sealed class DisputeStory : Story
{
    public override async Task PrepareAsync(GateHost gate) => await (await gate.PracticeAsync()).OptOutAsync(Cast.Ann.Form());

    public override async Task<string> ActAsync(GateHost gate) =>
        $"{(await gate.Get<Disputing>().OpenAsync("north", Encoding.UTF8.GetBytes(Cast.Ann.Patient("a1")))).Value}";
}

/// <summary>A load changes a stored patient into somebody who opted out, and another into their twin; a third it deletes.</summary>
internal sealed class UpdateStory : Story
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UnixEpoch.AddYears(50);

    public override async Task PrepareAsync(GateHost gate)
    {
        var north = await gate.PracticeAsync();
        await north.OptOutAsync(Cast.Ann.Form());
        await north.LoadAsync(Enumerable.Range(0, 4).SelectMany(at => Cast.Other(at).Chart($"o{at}", 3)));
        var job = await north.OpenAsync("updates");
        await north.CloseAsync(job);
    }

    public override async Task<string> ActAsync(GateHost gate)
    {
        string[] lines = [Cast.Ann.Patient("o0", Later), Cast.Twin.Patient("o1", Later), TestLines.Deletion("Patient/o2"), TestLines.Condition("o0-c9", "o0"), TestLines.Condition("o3-c9", "o3")];
        var receipt = await new TestPractice(gate, "north").SendAsync("updates", 1, lines);
        // A deletion that was done before the cut finds nothing to delete afterwards.
        return $"{receipt.Counts with { Accepted = receipt.Counts.Accepted + receipt.Counts.Unchanged, Unchanged = 0 }} {string.Join(' ', receipt.Rejects)}";
    }

    public override async Task CheckAsync(GateHost gate, string? told)
    {
        (await gate.IsReadableAsync("north", "o3")).ShouldBeTrue();
        if (told is not null)
            (await gate.IsReadableAsync("north", "o0")).ShouldBeFalse();
    }
}

/// <summary>Re-keying from its beginning to its end.</summary>
internal sealed class RekeyingStory : Story
{
    public override async Task PrepareAsync(GateHost gate)
    {
        var north = await gate.PracticeAsync();
        for (var at = 0; at < 4; at++)
            await north.OptOutAsync(Cast.Other(at).Form());
        await north.LoadAsync([.. Enumerable.Range(4, 4).SelectMany(at => Cast.Other(at).Chart($"o{at}", 1)), .. Cast.Twin.Chart("t1", 2)]);
        await north.OptOutAsync(Cast.Ann.Form());
    }

    public override async Task<string> ActAsync(GateHost gate)
    {
        var steps = gate.Get<RekeyingSteps>();
        if ((await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs is not [2])
            await steps.BeginAsync();
        while (await steps.StepAsync())
        {
        }
        return string.Join(',', (await gate.Vault.ReadAsync(RegisterHead.ReadAsync)).Epochs);
    }

    // Who opted out is known, whichever tokens there are; who did not is not.
    public override async Task CheckAsync(GateHost gate, string? told)
    {
        var north = new TestPractice(gate, "north");
        (await north.LoadAsync(Enumerable.Range(0, 4).Select(at => Cast.Other(at).Patient($"x{at}")))).Suppressed.ShouldBe(4);
        (await north.LoadAsync(Enumerable.Range(4, 4).Select(at => Cast.Other(at).Patient($"o{at}")))).Unchanged.ShouldBe(4);
        (await north.StatusAsync("t1")).ShouldBe(PatientStatus.Held);
    }
}
