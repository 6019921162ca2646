using Centra.Gate;
using Centra.Matching;
using Centra.Register;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Takes clinical lines to their patients: a live patient's are written, a held one's held, a suppressed one's kept out.</summary>
public sealed class ClinicalStage(
    Screening screening, ClinicalPreparing preparing, ClinicalWriting writing, Sweeping sweeping, LostKeys lostKeys, Vault vault, IdHashes hashes)
{
    private const int Rounds = 10;

    /// <summary>Decides every line, or refuses all that are left.</summary>
    public async Task<Result<Done>> RunAsync(BatchScope scope, IReadOnlyList<BatchLine> lines)
    {
        var open = lines;
        for (var round = 0; open.Count > 0; round++)
        {
            if (round == Rounds)
                return RegisterRefusal.RegisterIsUnavailable;
            var subjects = open.Select(line => line.Resource.SubjectId!).Distinct().ToDictionary(id => id, id => hashes.Patient(scope.PracticeId, id));
            if (round > 0)
                await TidyAsync(subjects.Values);
            var rows = await vault.Database.ReadAsync(session => Patients.FindAsync(session, subjects.Values));
            if (await SuppressUnknownAsync(scope, [.. open.Where(line => !rows.ContainsKey(subjects[line.Resource.SubjectId!]))]) is { } refusal)
                return refusal;
            await WriteAsync(scope, open, line => rows.GetValueOrDefault(subjects[line.Resource.SubjectId!]));
            open = [.. open.Where(line => line.Outcome is LineOutcome.None)];
        }
        return Done.Instance;
    }

    private async Task TidyAsync(IReadOnlyCollection<Key128> patients)
    {
        await sweeping.FinishAllAsync();
        await lostKeys.EraseAsync((await vault.Database.ReadAsync(session => Patients.FindAsync(session, patients))).Values);
    }

    // A subject that is not stored may have been kept out: its id then stands in the register. Otherwise nobody knows it.
    private async Task<Refusal?> SuppressUnknownAsync(BatchScope scope, IReadOnlyList<BatchLine> lines)
    {
        if (lines.Count == 0)
            return null;
        var subjects = lines.Select(line => line.Resource.SubjectId!).Distinct().ToList();
        var screened = await screening.ScreenAsync([.. subjects.Select(id => new PersonToScreen(
            Normaliser.Normalise(new PersonIdentity { PatientIds = [id] }), scope.PracticeId))]);
        if (screened.IsRefused)
            return screened.Refusal;
        var suppressed = subjects.Zip(screened.Value.People).Where(one => one.Second.Outcome is MatchOutcome.Suppressed).Select(one => one.First).ToHashSet();
        foreach (var line in lines)
        {
            if (suppressed.Contains(line.Resource.SubjectId!))
                line.Outcome = LineOutcome.Suppressed;
            else
                line.Reject(LineCode.UnknownSubject);
        }
        await writing.RemoveAsync(scope, [.. lines.Where(line => line.Outcome is LineOutcome.Suppressed)]);
        return null;
    }

    private async Task WriteAsync(BatchScope scope, IReadOnlyList<BatchLine> lines, Func<BatchLine, PatientRow?> patientOf)
    {
        var known = lines.Where(line => line.Outcome is LineOutcome.None && patientOf(line) is not null).Select(line => (Line: line, Patient: patientOf(line)!)).ToList();
        var withheld = known.Where(one => one.Patient.Status is PatientStatus.Withheld).Select(one => one.Line).ToList();
        withheld.ForEach(line => line.Outcome = LineOutcome.Review);
        await writing.RemoveAsync(scope, withheld);
        var writable = known.Where(one => one.Patient.Status is PatientStatus.Live or PatientStatus.Held).ToDictionary(one => one.Line, one => one.Patient);
        foreach (var slice in StageTools.Slices(writable.Keys, StageTools.ClinicalSlice))
            await writing.WriteAsync(scope, await preparing.PrepareAsync(scope, [.. slice.Select(line => (line, writable[line]))]));
    }
}
