using Centra.Fhir;
using Centra.Ingest;
using Centra.Matching;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Ingest;

/// <summary>Every state of a stored patient times what the line is to it times what the register says.</summary>
public class PatientRulesTests
{
    private static readonly Key128 Mine = new(1);
    private static readonly BatchScope Scope = new("north", 5, 1);

    public static IEnumerable<TheoryDataRow<PatientStatus, string, MatchOutcome, PatientStep, LineOutcome>> Table()
    {
        foreach (var version in new[] { "newer", "older", "same" })
        {
            yield return new(PatientStatus.None, version, MatchOutcome.Permitted, PatientStep.WriteLive, LineOutcome.Accepted);
            yield return new(PatientStatus.None, version, MatchOutcome.Review, PatientStep.WriteHeld, LineOutcome.Review);
            yield return new(PatientStatus.Going, version, MatchOutcome.Permitted, PatientStep.Redo, LineOutcome.None);
            yield return new(PatientStatus.Going, version, MatchOutcome.Review, PatientStep.Redo, LineOutcome.None);
        }
        yield return new(PatientStatus.Live, "newer", MatchOutcome.Permitted, PatientStep.WriteLive, LineOutcome.Accepted);
        yield return new(PatientStatus.Live, "older", MatchOutcome.Permitted, PatientStep.Keep, LineOutcome.Unchanged);
        yield return new(PatientStatus.Live, "same", MatchOutcome.Permitted, PatientStep.Keep, LineOutcome.Unchanged);
        yield return new(PatientStatus.Live, "newer", MatchOutcome.Review, PatientStep.WriteHeld, LineOutcome.Review);
        yield return new(PatientStatus.Live, "older", MatchOutcome.Review, PatientStep.Hide, LineOutcome.Review);
        yield return new(PatientStatus.Live, "same", MatchOutcome.Review, PatientStep.Hide, LineOutcome.Review);
        foreach (var status in new[] { PatientStatus.Held, PatientStatus.Withheld })
        {
            foreach (var outcome in new[] { MatchOutcome.Permitted, MatchOutcome.Review })
            {
                yield return new(status, "older", outcome, PatientStep.Keep, LineOutcome.Review);
                yield return new(status, "same", outcome, PatientStep.Keep, LineOutcome.Review);
            }
            yield return new(status, "newer", MatchOutcome.Permitted, PatientStep.WriteLive, LineOutcome.Accepted);
            yield return new(status, "newer", MatchOutcome.Review, PatientStep.WriteHeld, LineOutcome.Review);
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Decide_EveryCell_IsAsTheTableSays(PatientStatus status, string version, MatchOutcome outcome, PatientStep step, LineOutcome line) =>
        PatientRules.Decide(Row(status, version, keyNo: 0), Line(), outcome, Scope).ShouldBe((step, line));

    [Theory]
    [InlineData("newer")]
    [InlineData("older")]
    [InlineData("same")]
    public void Decide_WithheldPatientThatIsStillBeingPurged_Waits(string version) =>
        PatientRules.Decide(Row(PatientStatus.Withheld, version, keyNo: 3), Line(), MatchOutcome.Permitted, Scope).ShouldBe((PatientStep.Redo, LineOutcome.None));

    [Fact]
    public void Decide_ASuppressedLine_IsNotItsBusiness() =>
        Should.Throw<InvalidOperationException>(() => PatientRules.Decide(Row(PatientStatus.Live, "newer", 0), Line(), MatchOutcome.Suppressed, Scope));

    // The stored version, seen from a line of job 5.
    private static PatientRow? Row(PatientStatus status, string version, long keyNo) => status is PatientStatus.None ? null : new PatientRow(
        1, "north", default, status, keyNo, [1], version == "same" ? Mine : new Key128(2), null, version == "older" ? 6 : 4, 1, [], "1", 1, [1]);

    private static BatchLine Line() => new(1, FhirLine.Read(System.Text.Encoding.UTF8.GetBytes(new TestPerson("A", "B", "1950-01-01").Patient("p"))).Resource!, default, Mine);
}
