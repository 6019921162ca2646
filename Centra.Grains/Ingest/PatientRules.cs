using Centra.Matching;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>What to do with a Patient line inside the fenced transaction.</summary>
public enum PatientStep
{
    /// <summary>Leave the row as it is.</summary>
    Keep = 0,

    /// <summary>Write the line as a live patient.</summary>
    WriteLive = 1,

    /// <summary>Write the line as a held patient and queue it for an officer.</summary>
    WriteHeld = 2,

    /// <summary>Hide the stored patient as it is and queue it for an officer.</summary>
    Hide = 3,

    /// <summary>The facts have changed since they were gathered: gather them again.</summary>
    Redo = 4,
}

/// <summary>The rules for a Patient line that the register does not suppress. Pure.</summary>
public static class PatientRules
{
    /// <summary>The step, and what the line counts as.</summary>
    /// <param name="row">The stored patient, or null.</param>
    /// <param name="line">The line.</param>
    /// <param name="outcome">Permitted or Review.</param>
    /// <param name="scope">Job and batch.</param>
    public static (PatientStep Step, LineOutcome Outcome) Decide(PatientRow? row, BatchLine line, MatchOutcome outcome, BatchScope scope)
    {
        var version = Versions.Compare(StoredVersion.Of(row), line, scope);
        var isSame = row?.ContentHash == line.ContentHash;
        return (row?.Status, outcome) switch
        {
            (PatientStatus.Going, _) => (PatientStep.Redo, LineOutcome.None),
            (PatientStatus.Withheld, _) when row!.KeyNo != 0 => (PatientStep.Redo, LineOutcome.None),
            (null, MatchOutcome.Permitted) => (PatientStep.WriteLive, LineOutcome.Accepted),
            (null, MatchOutcome.Review) => (PatientStep.WriteHeld, LineOutcome.Review),
            (PatientStatus.Live, MatchOutcome.Permitted) => (isSame || version is LineOutcome.Unchanged ? PatientStep.Keep : PatientStep.WriteLive, version),
            (PatientStatus.Live, MatchOutcome.Review) => (isSame || version is LineOutcome.Unchanged ? PatientStep.Hide : PatientStep.WriteHeld, LineOutcome.Review),
            (PatientStatus.Held or PatientStatus.Withheld, _) when isSame || version is LineOutcome.Unchanged => (PatientStep.Keep, LineOutcome.Review),
            (PatientStatus.Held or PatientStatus.Withheld, MatchOutcome.Permitted) => (PatientStep.WriteLive, LineOutcome.Accepted),
            (PatientStatus.Held or PatientStatus.Withheld, MatchOutcome.Review) => (PatientStep.WriteHeld, LineOutcome.Review),
            _ => throw new InvalidOperationException($"Nothing decides {row?.Status} with {outcome}."),
        };
    }
}
