using System.Data.Common;

namespace Centra.Storage;

/// <summary>What lists of patients and of their records read. Live patients only: a held or erased one is not there.</summary>
public static class PatientReads
{
    /// <summary>A live patient by the keyed hash of its id, or null.</summary>
    public static async Task<PatientRow?> LiveAsync(DbSession session, Key128 id) =>
        (await Patients.FindAsync(session, [id])).GetValueOrDefault(id) is { Status: PatientStatus.Live } row ? row : null;

    /// <summary>A practice's live patients in the order in which they came, above a number.</summary>
    public static Task<List<PatientRow>> OfPracticeAsync(DbSession session, string practiceId, long above, int most) => session.QueryAsync(
        $"select {PatientRow.Columns} from patient p where p.practice_id = $1 and p.patient_no > $2 and p.status = 1 order by p.patient_no limit $3",
        PatientRow.Read, practiceId, above, (long)most);

    /// <summary>How many clinical records patients have; one that has none is missing.</summary>
    public static async Task<Dictionary<long, long>> CountsAsync(DbSession session, IReadOnlyCollection<long> patients)
    {
        const string sql = "select patient_no, count(*) from resource where patient_no = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1 group by patient_no", sql + "any($1) group by patient_no", patients.ToArray(),
            row => (Patient: row.GetInt64(0), Count: row.GetInt64(1)));
        return rows.ToDictionary(row => row.Patient, row => row.Count);
    }

    /// <summary>A practice's live patients who have records of a type, in the order in which they came, above a number.</summary>
    public static Task<List<PatientRow>> WithRecordsAsync(DbSession session, string practiceId, string type, long above, int most) => session.QueryAsync(
        $"select {PatientRow.Columns} from patient p where p.practice_id = $1 and p.patient_no > $2 and p.status = 1 "
        + "and exists (select 1 from resource r where r.patient_no = p.patient_no and r.type = $4) order by p.patient_no limit $3",
        PatientRow.Read, practiceId, above, (long)most, type);

    /// <summary>How many records of which types a practice's live patients have.</summary>
    public static Task<List<(string Type, long Count)>> TypesAsync(DbSession session, string practiceId) => session.QueryAsync(
        "select r.type, count(*) from resource r join patient p on p.patient_no = r.patient_no where p.practice_id = $1 and p.status = 1 group by r.type order by r.type",
        row => (row.GetString(0), row.GetInt64(1)), practiceId);

    /// <summary>A live patient's records in the order in which they came, above a number; of one type, or of all (empty).</summary>
    public static Task<List<RecordRow>> RecordsAsync(DbSession session, long patientNo, string type, long above, int most) => session.QueryAsync(
        "select resource_no, id_hash, type, content from resource where patient_no = $1 and resource_no > $2 and ($3 = '' or type = $3) "
        + "and exists (select 1 from patient p where p.patient_no = $1 and p.status = 1) order by resource_no limit $4",
        Read, patientNo, above, type, (long)most);

    private static RecordRow Read(DbDataReader row) => new(row.GetInt64(0), Key128.From(row.GetFieldValue<byte[]>(1)), row.GetString(2), row.GetFieldValue<byte[]>(3));
}

/// <summary>A clinical record, encrypted under its patient's key.</summary>
public sealed record RecordRow(long ResourceNo, Key128 IdHash, string Type, byte[] Content)
{
    /// <summary>Only the type.</summary>
    public override string ToString() => Type;
}
