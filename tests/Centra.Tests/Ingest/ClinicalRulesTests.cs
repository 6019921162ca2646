using Centra.Fhir;
using Centra.Ingest;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>What becomes of a clinical line, from what was known when it was prepared and what is there when it is written.</summary>
public class ClinicalRulesTests
{
    private static readonly Key128 Mine = new(1);
    private static readonly BatchScope Scope = new("north", 5, 1);

    // Then and now: the patient's status. Nothing but the same one may be written to.
    public static IEnumerable<TheoryDataRow<PatientStatus, PatientStatus, string>> Patients()
    {
        foreach (var then in new[] { PatientStatus.Live, PatientStatus.Held })
        {
            foreach (var now in Enum.GetValues<PatientStatus>())
                yield return new(then, now, then != now ? "again" : now is PatientStatus.Held ? "write Review" : "write Accepted");
        }
    }

    [Theory]
    [MemberData(nameof(Patients))]
    public void Decide_PatientThenAndNow(PatientStatus then, PatientStatus now, string expected) =>
        Decide(now is PatientStatus.None ? null : Patient(now), null, Prepared(Patient(then), null)).ShouldBe(expected);

    [Fact]
    public void Decide_PatientWithAnotherKeyOrPseudonymThanThen_IsLookedAtAgain()
    {
        var prepared = Prepared(Patient(PatientStatus.Live), null);

        Decide(Patient(PatientStatus.Live) with { KeyNo = 8 }, null, prepared).ShouldBe("again");
        Decide(Patient(PatientStatus.Live) with { Pseudonym = [2] }, null, prepared).ShouldBe("again");
        Decide(Patient(PatientStatus.Live) with { Pseudonym = null }, null, prepared).ShouldBe("again");
    }

    // Stored version as seen from the line; entered in error; content sealed. For a live patient.
    [Theory]
    [InlineData("none", false, true, "write Accepted")]
    [InlineData("newer", false, true, "write Accepted")]
    [InlineData("older", false, true, "keep Unchanged")]
    [InlineData("same", false, true, "keep Unchanged")]
    [InlineData("own", false, true, "keep Accepted")]
    [InlineData("newer", false, false, "again")]
    [InlineData("older", false, false, "keep Unchanged")]
    [InlineData("none", true, false, "keep Unchanged")]
    [InlineData("newer", true, false, "write Accepted")]
    [InlineData("older", true, false, "keep Unchanged")]
    public void Decide_VersionOfTheLine(string version, bool inError, bool isSealed, string expected)
    {
        var head = Head(version);

        Decide(Patient(PatientStatus.Live), head, Prepared(Patient(PatientStatus.Live), head, inError, isSealed)).ShouldBe(expected);
    }

    [Fact]
    public void Decide_RecordThatMovedOrGotACopySinceThen_IsLookedAtAgain()
    {
        var (patient, head) = (Patient(PatientStatus.Live), Head("newer")!);
        var prepared = Prepared(patient, head);

        Decide(patient, null, prepared).ShouldBe("again");
        Decide(patient, head with { PatientNo = 2 }, prepared).ShouldBe("again");
        Decide(patient, head with { CopyId = [9] }, prepared).ShouldBe("again");
        Decide(patient, head, Prepared(patient, null)).ShouldBe("again");
        Decide(patient, head with { ContentHash = new Key128(77) }, prepared).ShouldBe("write Accepted");
    }

    private static string Decide(PatientRow? patient, ResourceHead? head, PreparedRecord prepared) => ClinicalRules.Decide(patient, head, prepared, Scope) switch
    {
        (false, LineOutcome.None) => "again",
        (true, var outcome) => $"write {outcome}",
        (false, var outcome) => $"keep {outcome}",
    };

    private static PatientRow Patient(PatientStatus status) => new(1, "north", default, status, 7, [1], null, null, 1, 1, [], "1", 1, [1]);

    // "newer": the line is newer than what is stored.
    private static ResourceHead? Head(string version) => version switch
    {
        "none" => null,
        "newer" => new(default, 1, new Key128(2), null, 4, 1, [1]),
        "older" => new(default, 1, new Key128(2), null, 6, 1, [1]),
        "same" => new(default, 1, Mine, null, 4, 1, [1]),
        "own" => new(default, 1, Mine, null, 5, 1, [1]),
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    private static PreparedRecord Prepared(PatientRow patient, ResourceHead? head, bool inError = false, bool isSealed = true) => new(
        new BatchLine(1, FhirLine.Read(System.Text.Encoding.UTF8.GetBytes(TestLines.Condition("c", "p", inError: inError))).Resource!, default, Mine),
        patient, head, isSealed ? [1] : null, null, null, []);
}
