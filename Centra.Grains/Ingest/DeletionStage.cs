using Centra.Gate;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Removes what a practice says it has deleted. A deleted patient goes with everything, copies included; that is no opt-out.</summary>
public sealed class DeletionStage(Vault vault, Erasing erasing, Sweeping sweeping, IdHashes hashes)
{
    /// <summary>Carries out one line.</summary>
    public async Task RunAsync(BatchScope scope, BatchLine line)
    {
        var removed = 0;
        foreach (var patient in line.Resource.Deleted.Where(key => key.Type == "Patient"))
            removed += await RemovePatientAsync(scope.PracticeId, patient.Id) ? 1 : 0;
        removed += await RemoveRecordsAsync(scope, [.. line.Resource.Deleted.Where(key => key.Type != "Patient").Select(key => hashes.Resource(scope.PracticeId, key.Type, key.Id))]);
        line.Outcome = removed > 0 ? LineOutcome.Accepted : LineOutcome.Unchanged;
    }

    /// <summary>Removes one patient with everything.</summary>
    public async Task<bool> RemovePatientAsync(string practiceId, string patientId)
    {
        var gone = await vault.Database.WriteAsync(Fence.Shared, async session =>
        {
            await StageTools.LockPracticeAsync(session, practiceId);
            var id = hashes.Patient(practiceId, patientId);
            var row = (await Patients.FindAsync(session, [id])).GetValueOrDefault(id);
            if (row is null or { Status: PatientStatus.Going })
                return (GonePatient?)null;
            if (row.Pseudonym is not null)
                await Copies.RemoveSubjectAsync(session, row.Pseudonym);
            await erasing.EraseAsync(session, row);
            return new GonePatient(row.PatientNo, row.KeyNo);
        });
        if (gone is { } patient)
            await sweeping.FinishAsync([patient]);
        return gone is not null;
    }

    private Task<int> RemoveRecordsAsync(BatchScope scope, IReadOnlyList<Key128> ids) => vault.Database.WriteAsync(Fence.Shared, async session =>
    {
        await StageTools.LockPracticeAsync(session, scope.PracticeId);
        var heads = await Resources.HeadsAsync(session, ids);
        await Copies.RemoveAsync(session, [.. heads.Values.Select(head => head.CopyId).OfType<byte[]>()]);
        return await Resources.RemoveAsync(session, ids) + await ReferenceResources.RemoveAsync(session, ids);
    });
}
