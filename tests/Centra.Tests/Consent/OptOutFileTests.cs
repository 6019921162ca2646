using System.Text;
using Centra.Consent;
using Centra.Fhir;
using Centra.Rekeying;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Consent;

/// <summary>A file of opt-outs: looked at first, then entered, each line for itself.</summary>
public class OptOutFileTests
{
    [Fact]
    public async Task Preview_SaysWhatWouldHappenAndDoesNothing()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Person(1).Patient("p1"), (Person(2) with { Given = "Isolde" }).Patient("p2"), Person(3).Patient("p3"));
        var lines = await LinesAsync(gate, north, Person(1).Patient("x1"), Person(2).Patient("x2"), Person(9).Patient("x9"), "{ no json", """{"resourceType":"Patient","id":"thin"}""");

        var preview = await gate.Get<OptOutFiles>().PreviewAsync(lines, north.Id);

        (preview.Lines, preview.Valid, preview.Rejected, preview.OwnPatientsErased, preview.OwnPatientsHeld).ShouldBe((5, 4, 1, 1, 1));
        preview.Rejects.ShouldHaveSingleItem().Line.ShouldBe(4);
        (await gate.Vault.NumberAsync("select count(*) from opt_out")).ShouldBe(0);
        (await north.StatusAsync("p1")).ShouldBe(PatientStatus.Live);
    }

    [Fact]
    public async Task File_EnteredTwice_EntersEveryPersonOnce()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await north.LoadAsync(Enumerable.Range(0, 40).Select(at => Person(at).Patient($"p{at}")));
        var lines = await LinesAsync(gate, north, [.. Enumerable.Range(0, 30).Select(at => Person(at).Patient($"x{at}")), Person(3).Patient("x3")]);
        var contexts = lines.ToDictionary(line => line.Line, _ => gate.Context());

        var first = await EnterAsync(gate, north, lines, contexts);
        var second = await EnterAsync(gate, north, lines, contexts);

        first.Count(answer => answer is { Value.Repeated: false }).ShouldBe(30);
        first[^1]!.Value!.OptOutId.ShouldBe(first[3]!.Value!.OptOutId);
        second.ShouldAllBe(answer => answer!.Value!.Repeated);
        (await gate.Vault.NumberAsync("select count(*) from opt_out")).ShouldBe(30);
        (await gate.Vault.NumberAsync("select count(*) from patient")).ShouldBe(10);
        (await gate.KeysAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task File_OfTheMostThatShareATransactionWhileKeysChange_FitsIntoTheJournal()
    {
        await using var gate = await GateHost.StartAsync();
        var north = await gate.PracticeAsync();
        await gate.Get<RekeyingSteps>().BeginAsync();
        await gate.Get<OptOutIntake>().RefreshAsync();
        var lines = await LinesAsync(gate, north, [.. Enumerable.Range(0, OptingOut.Most).Select(at => Longest(at).Patient($"x{at}"))]);

        var answers = await EnterAsync(gate, north, lines, lines.ToDictionary(line => line.Line, _ => gate.Context()));

        answers.ShouldAllBe(answer => answer!.Value != null);
        (await gate.Vault.NumberAsync("select sequence from register_head")).ShouldBe(OptingOut.Most + 1);
    }

    private static async Task<IReadOnlyList<OptOutLine>> LinesAsync(GateHost gate, TestPractice practice, params string[] lines)
    {
        var read = new List<SourceLine>();
        await foreach (var some in NdjsonLines.ReadAsync(TestLines.Body(lines)))
            read.AddRange(some.Select(line => line with { Bytes = line.Bytes.ToArray() }));
        return gate.Get<OptOutFiles>().Hash([.. read], practice.Id);
    }

    private static async Task<List<Result<OptOutView>?>> EnterAsync(GateHost gate, TestPractice practice, IReadOnlyList<OptOutLine> lines, Dictionary<long, CommandContext> contexts)
    {
        var answers = new List<Result<OptOutView>?>();
        await foreach (var (_, answer) in gate.Get<OptOutFiles>().EnterAsync(lines, practice.Id, line => contexts[line.Line]))
            answers.Add(answer);
        return answers;
    }

    private static TestPerson Person(int at) => new($"Given{Letters(at)}", $"Family{Letters(at)}", $"19{20 + at}-03-0{1 + at % 9}") { AddressLine = $"{at} {Letters(at)} Road", PostalCode = $"{10000 + at * 7}" };

    // Two given and two family names and everything else that makes tokens and comparators.
    private static TestPerson Longest(int at) => new($"Maximilianus{Letters(at)} Bartholomaeus{Letters(at)}", $"Wolfeschlegelstein{Letters(at)}-Hausenbergerdorff{Letters(at)}", $"19{20 + at % 70}-0{1 + at % 9}-1{at % 9}")
    {
        Ssn = $"{200 + at % 400}-{10 + at % 80}-{1000 + at}",
        Phone = $"617555{1000 + at}",
        AddressLine = $"{at} Constitutional{Letters(at)} Boulevard",
        PostalCode = $"{10000 + at}",
    };

    private static string Letters(int number) => new StringBuilder().Append((char)('a' + number % 26)).Append((char)('a' + number / 26 % 26)).Append((char)('a' + number / 676)).ToString();
}
