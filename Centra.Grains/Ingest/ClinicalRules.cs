using Centra.Storage;

namespace Centra.Ingest;

/// <summary>The rules for a clinical line of a known patient. Pure.</summary>
public static class ClinicalRules
{
    /// <summary>Whether the line is to be written, and what it counts as; None: its facts changed, gather them again.</summary>
    /// <param name="patient">The patient inside the transaction, or null.</param>
    /// <param name="head">What is stored under the line's id inside the transaction, or null.</param>
    /// <param name="prepared">The line, and the facts it was prepared with.</param>
    /// <param name="scope">Job and batch.</param>
    public static (bool Write, LineOutcome Outcome) Decide(PatientRow? patient, ResourceHead? head, PreparedRecord prepared, BatchScope scope)
    {
        if (patient is null || patient.Status != prepared.Patient.Status || patient.KeyNo != prepared.Patient.KeyNo || !SamePlace(head, prepared.Head))
            return (false, LineOutcome.None);
        var version = Versions.Compare(StoredVersion.Of(head), prepared.Line, scope);
        var writes = version is LineOutcome.Accepted && head?.ContentHash != prepared.Line.ContentHash;
        return (writes, patient.Status is PatientStatus.Held ? LineOutcome.Review : version);
    }

    private static bool SamePlace(ResourceHead? now, ResourceHead? then) =>
        now?.PatientNo == then?.PatientNo && (now?.CopyId ?? []).AsSpan().SequenceEqual(then?.CopyId ?? []);
}
