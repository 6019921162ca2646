namespace Centra.Storage;

/// <summary>The tokens that find patients.</summary>
public static class PatientTokens
{
    /// <summary>Adds patients' tokens, packed sixteen bytes each.</summary>
    public static Task AddAsync(DbSession session, IReadOnlyList<(long PatientNo, byte[]? Packed)> patients)
    {
        var (tokens, numbers) = Rows(patients);
        return Bulk.ExecuteAsync(session,
            "insert into patient_token (token, patient_no) values ($1, $2) on conflict do nothing",
            "insert into patient_token (token, patient_no) select * from unnest($1::bytea[], $2::bigint[]) on conflict do nothing",
            tokens, numbers);
    }

    /// <summary>Adds the tokens of patients who have none yet.</summary>
    public static Task AddNewAsync(DbSession session, IReadOnlyList<(long PatientNo, byte[]? Packed)> patients)
    {
        var (tokens, numbers) = Rows(patients);
        return Bulk.AddAsync(session, "patient_token", "token, patient_no", tokens, numbers);
    }

    /// <summary>Removes a patient's tokens.</summary>
    public static Task RemoveAsync(DbSession session, long patientNo, byte[]? packed)
    {
        var (tokens, numbers) = Rows([(patientNo, packed)]);
        return Bulk.ExecuteAsync(session,
            "delete from patient_token where token = $1 and patient_no = $2",
            "delete from patient_token t using unnest($1::bytea[], $2::bigint[]) as gone(token, patient_no) where t.token = gone.token and t.patient_no = gone.patient_no",
            tokens, numbers);
    }

    // In the order of their tree, so that its pages are gone through once.
    private static (byte[][] Tokens, long[] Numbers) Rows(IReadOnlyList<(long PatientNo, byte[]? Packed)> patients)
    {
        var rows = patients.SelectMany(patient => (patient.Packed ?? []).Chunk(Key128.Size).Select(token => (Key: Key128.From(token), patient.PatientNo)))
            .Distinct().OrderBy(row => row.Key).ToList();
        return ([.. rows.Select(row => row.Key.ToArray())], [.. rows.Select(row => row.PatientNo)]);
    }
}
