using System.Text;
using Centra.Consent;
using Centra.Fhir;
using Centra.Testing;

namespace Centra.Proof.Crashes;

/// <summary>One person, stored in two practices and with more records than go with the transaction; the twin becomes a question.</summary>
internal sealed class OptOutStory : Story
{
    public override async Task PrepareAsync(GateHost gate)
    {
        await (await gate.PracticeAsync("north")).LoadAsync([.. Cast.Ann.Chart("a1", 3), .. Cast.Twin.Chart("t1", 2), .. Cast.Other(1).Chart("o1", 2)]);
        await (await gate.PracticeAsync("south")).LoadAsync(Cast.Ann.Chart("a2", 2_100));
    }

    public override async Task<string> ActAsync(GateHost gate)
    {
        var view = await new TestPractice(gate, "north").OptOutAsync(Cast.Ann.Form("a1"), Command("opt out"));
        return $"{view.Sequence} {view.Receipt.PatientsErased} {view.Receipt.RecordsErased} {view.Receipt.PatientsHeld}";
    }

    // Nobody is half gone.
    public override async Task CheckAsync(GateHost gate, string? told)
    {
        var entered = await gate.InForceAsync() == 1;
        if (told is not null)
            entered.ShouldBeTrue("it was acknowledged");
        foreach (var (practice, id) in new[] { ("north", "a1"), ("south", "a2") })
            (await gate.IsReadableAsync(practice, id)).ShouldBe(!entered, id);
        (await gate.ResourcesAsync()).ShouldBe(entered ? 4 : 2_107);
        (await gate.IsReadableAsync("north", "o1")).ShouldBeTrue();
    }
}

/// <summary>A file of opt-outs in one transaction.</summary>
internal sealed class OptOutFileStory : Story
{
    private const int People = 12;

    public override async Task PrepareAsync(GateHost gate) =>
        await (await gate.PracticeAsync()).LoadAsync(Enumerable.Range(0, People).SelectMany(at => Cast.Other(at).Chart($"o{at}", 1)));

    public override async Task<string> ActAsync(GateHost gate)
    {
        var files = gate.Get<OptOutFiles>();
        var lines = files.Hash([.. Enumerable.Range(0, People / 2).Select(Line)], "north");
        var answers = await files.EnterAsync(lines, "north", line => Command($"line {line.Line}")).ToListAsync();
        return string.Join(' ', answers.Select(one => $"{one.Answer!.Value!.Sequence}:{one.Answer.Value.Receipt.RecordsErased}"));
    }

    // Of an append that a power cut tore the first lines may be whole: those opt-outs hold, unheard, and nobody is half out.
    public override async Task CheckAsync(GateHost gate, string? told)
    {
        var entered = await gate.InForceAsync();
        entered.ShouldBeInRange(told is null ? 0 : People / 2, People / 2);
        for (var at = 0; at < People; at++)
            (await gate.IsReadableAsync("north", $"o{at}")).ShouldBe(at >= entered, $"o{at}");
    }

    private static SourceLine Line(int at) => new(at + 1, Encoding.UTF8.GetBytes(Cast.Other(at).Patient($"o{at}")), default);
}

/// <summary>A patient asks to be in again and an officer confirms it; the twin was a question until then.</summary>
internal sealed class ReinstatementStory : Story
{
    public override async Task PrepareAsync(GateHost gate)
    {
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Cast.Twin.Chart("t1", 2));
        await north.OptOutAsync(Cast.Ann.Form(), Command("opt out"), "first");
    }

    public override async Task<string> ActAsync(GateHost gate)
    {
        var north = new TestPractice(gate, "north");
        var asked = (await north.AskAsync("first", Cast.Ann.Form(), Command("ask", "nurse"))).Value!;
        var ended = await north.Consent("first").ConfirmWithdrawal(Command("confirm", "officer"), asked.RequestId);
        return $"{ended.Code()} {string.Join(' ', ended.Value?.Withdrawn ?? [])}";
    }
}
