using Centra.Storage;

namespace Centra.Gate;

/// <summary>
/// Finishes erasures: destroys the key, deletes the rows that are left in small transactions, and last the patient's row. A withheld
/// patient's row stays, without its key's number.
/// </summary>
public sealed class Sweeping(Vault vault, PatientKeys keys)
{
    internal const string Going = $"select patient_no, key_no from patient where {Patients.AreGoing} order by patient_no limit $1";
    internal const string Withheld = "select patient_no, key_no from patient where status = 4 and key_no <> 0 order by patient_no limit $1";
    private const int RowsAtOnce = 1_000;
    private const int PatientsAtOnce = 200;

    /// <summary>Finishes every erasure that was begun, by whomever; how many patients that were. At start.</summary>
    public async Task<int> FinishAllAsync()
    {
        var swept = 0;
        while (await GoingAsync() is { Count: > 0 } patients)
            swept += await FinishAsync(patients);
        while (await WithheldAsync() is { Count: > 0 } patients)
            swept += await PurgeAsync(patients);
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
        Going, row => new GonePatient(row.GetInt64(0), row.GetInt64(1)), (long)PatientsAtOnce));

    private Task<List<GonePatient>> WithheldAsync() => vault.Database.ReadAsync(session => session.QueryAsync(
        Withheld, row => new GonePatient(row.GetInt64(0), row.GetInt64(1)), (long)PatientsAtOnce));

    private async Task<int> PurgeAsync(List<GonePatient> patients)
    {
        await keys.DestroyAsync([.. patients.Select(patient => patient.KeyNo)]);
        foreach (var patient in patients)
        {
            await RemoveRecordsAsync(patient.PatientNo);
            await vault.Database.WriteAsync(Fence.Sweep, session => session.ExecuteAsync(
                "update patient set key_no = 0 where patient_no = $1 and status = 4 and key_no = $2", patient.PatientNo, patient.KeyNo));
        }
        return patients.Count;
    }

    private async Task RemoveRecordsAsync(long patientNo)
    {
        while (await vault.Database.WriteAsync(Fence.Sweep, session => Resources.RemoveSomeAsync(session, patientNo, RowsAtOnce)) == RowsAtOnce)
        {
        }
    }

    // Mostly there are no records left, and once is enough.
    private async Task RemoveAsync(long patientNo)
    {
        while (!await vault.Database.WriteAsync(Fence.Sweep, session => RemoveSomeAsync(session, patientNo)))
        {
        }
    }

    private static async Task<bool> RemoveSomeAsync(DbSession session, long patientNo)
    {
        if (await Resources.RemoveSomeAsync(session, patientNo, RowsAtOnce) == RowsAtOnce)
            return false;
        await Copies.ForgetPromisesAsync(session, patientNo);
        await Patients.RemoveAsync(session, patientNo);
        return true;
    }
}

/// <summary>A patient whose erasure was committed and whose last rows wait to be swept.</summary>
public readonly record struct GonePatient(long PatientNo, long KeyNo);
