using Centra.Storage;

namespace Centra.Gate;

/// <summary>Finishes erasures: destroys the key, deletes the rows that are left in small transactions, and last the patient's row.</summary>
public sealed class Sweeping(Vault vault, PatientKeys keys)
{
    private const int RowsAtOnce = 1_000;
    private const int PatientsAtOnce = 200;

    /// <summary>Finishes every erasure that was begun, by whomever; how many patients that were. At start.</summary>
    public async Task<int> FinishAllAsync()
    {
        var swept = 0;
        while (await GoingAsync() is { Count: > 0 } patients)
            swept += await FinishAsync(patients);
        return swept;
    }

    /// <summary>Finishes these erasures. Done before an opt-out is answered.</summary>
    public async Task<int> FinishAsync(IReadOnlyCollection<GonePatient> patients)
    {
        await keys.DestroyAsync([.. patients.Select(patient => patient.KeyNo)]);
        foreach (var patient in patients)
            await RemoveAsync(patient.PatientNo);
        return patients.Count;
    }

    private Task<List<GonePatient>> GoingAsync() => vault.Database.ReadAsync(session => session.QueryAsync(
        "select patient_no, key_no from patient where status = $1 order by patient_no limit $2",
        row => new GonePatient(row.GetInt64(0), row.GetInt64(1)), (long)PatientStatus.Going, (long)PatientsAtOnce));

    private async Task RemoveAsync(long patientNo)
    {
        while (await vault.Database.WriteAsync(Fence.Shared, session => Resources.RemoveSomeAsync(session, patientNo, RowsAtOnce)) == RowsAtOnce)
        {
        }
        await vault.Database.WriteAsync(Fence.Shared, async session =>
        {
            await Copies.ForgetPromisesAsync(session, patientNo);
            await Patients.RemoveAsync(session, patientNo);
            return true;
        });
    }
}

/// <summary>A patient whose erasure was committed and whose last rows wait to be swept.</summary>
public readonly record struct GonePatient(long PatientNo, long KeyNo);
