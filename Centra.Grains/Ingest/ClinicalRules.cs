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
        if (patient is null || !SamePatient(patient, prepared.Patient) || !SamePlace(head, prepared.Head))
            return (false, LineOutcome.None);
        var version = prepared.Line.Resource.EnteredInError && head is null ? LineOutcome.Unchanged : Versions.Compare(StoredVersion.Of(head), prepared.Line, scope);
        var writes = version is LineOutcome.Accepted && head?.ContentHash != prepared.Line.ContentHash;
        if (writes && prepared.Content is null && !prepared.Line.Resource.EnteredInError)
            return (false, LineOutcome.None);
        return (writes, patient.Status is PatientStatus.Held ? LineOutcome.Review : version);
    }

    private static bool SamePatient(PatientRow now, PatientRow then) =>
        now.Status == then.Status && now.KeyNo == then.KeyNo && (now.Pseudonym ?? []).AsSpan().SequenceEqual(then.Pseudonym ?? []);

    private static bool SamePlace(ResourceHead? now, ResourceHead? then) =>
        now?.PatientNo == then?.PatientNo && (now?.CopyId ?? []).AsSpan().SequenceEqual(then?.CopyId ?? []);
}
