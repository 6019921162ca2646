namespace Centra.Storage;

/// <summary>Patients' rows and the tokens that find them.</summary>
public static class Patients
{
    /// <summary>Whose erasure was begun, in the words of the index of those: SQLite does not conclude by itself that three is two or three.</summary>
    public const string AreGoing = "status = 3 and status in (2, 3)";

    /// <summary>Rows by the keyed hash of (practice, Patient.id).</summary>
    public static async Task<Dictionary<Key128, PatientRow>> FindAsync(DbSession session, IReadOnlyCollection<Key128> ids)
    {
        const string sql = $"select {PatientRow.Columns} from patient p where p.id_hash = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ids.Select(id => id.ToArray()).ToArray(), PatientRow.Read);
        return rows.ToDictionary(row => row.IdHash);
    }

    /// <summary>One row by its number, or null.</summary>
    public static Task<PatientRow?> FindAsync(DbSession session, long patientNo) =>
        session.FindAsync($"select {PatientRow.Columns} from patient p where p.patient_no = $1", PatientRow.Read, patientNo);

    /// <summary>Live and held patients that share a token with a set: candidates, not matches.</summary>
    public static async Task<List<PatientRow>> CandidatesAsync(DbSession session, IEnumerable<byte[]> tokens)
    {
        var numbers = await Bulk.QueryAsync(session,
            "select patient_no from patient_token where token = $1",
            "select distinct patient_no from patient_token where token = any($1)",
            tokens.ToArray(), row => row.GetInt64(0));
        const string sql = $"select {PatientRow.Columns} from patient p where p.status in (1, 2) and p.patient_no = ";
        return await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", numbers.Distinct().Order().ToArray(), PatientRow.Read);
    }

    /// <summary>Some patients of a practice that are not gone, lowest first.</summary>
    public static Task<List<PatientRow>> OfPracticeAsync(DbSession session, string practiceId, int most) => session.QueryAsync(
        $"select {PatientRow.Columns} from patient p where p.practice_id = $1 and p.status <> 3 order by p.patient_no limit $2", PatientRow.Read, practiceId, (long)most);

    /// <summary>Patients above a number, in order.</summary>
    public static Task<List<PatientRow>> AboveAsync(DbSession session, long above, int most) => session.QueryAsync(
        $"select {PatientRow.Columns} from patient p where p.patient_no > $1 order by p.patient_no limit $2", PatientRow.Read, above, (long)most);

    /// <summary>Adds a patient with its tokens; its number.</summary>
    public static async Task<long> InsertAsync(DbSession session, PatientRow row, long now) => (await InsertAsync(session, [row], now))[0];

    /// <summary>Adds patients with their tokens; their numbers, in order. No id twice in one call.</summary>
    public static async Task<long[]> InsertAsync(DbSession session, IReadOnlyList<PatientRow> rows, long now)
    {
        const string columns = "(id_hash, practice_id, status, key_no, content, content_hash, last_updated, job_no, batch_no, tokens, epochs, rules_version, "
            + "pseudonym, entered_at, changed_at) ";
        var numbers = await Bulk.NumbersAsync(session,
            $"insert into patient {columns} values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning patient_no",
            $"insert into patient {columns} select * from unnest($1::bytea[], $2::text[], $3::bigint[], $4::bigint[], $5::bytea[], $6::bytea[], $7::bigint[], "
            + "$8::bigint[], $9::bigint[], $10::bytea[], $11::text[], $12::bigint[], $13::bytea[], $14::bigint[], $15::bigint[]) returning patient_no, id_hash",
            [.. rows.Select(row => row.IdHash.ToArray())], rows.Select(row => row.PracticeId).ToArray(), rows.Select(row => (long)row.Status).ToArray(),
            rows.Select(row => row.KeyNo).ToArray(), rows.Select(row => row.Content).ToArray(), rows.Select(row => row.ContentHash?.ToArray()).ToArray(),
            rows.Select(row => row.LastUpdated).ToArray(), rows.Select(row => row.JobNo).ToArray(), rows.Select(row => row.BatchNo).ToArray(),
            rows.Select(row => row.Tokens).ToArray(), rows.Select(row => row.Epochs).ToArray(), rows.Select(row => (long)row.RulesVersion).ToArray(),
            rows.Select(row => row.Pseudonym).ToArray(), Enumerable.Repeat(now, rows.Count).ToArray(), Enumerable.Repeat(now, rows.Count).ToArray());
        await PatientTokens.AddNewAsync(session, [.. rows.Zip(numbers, (row, number) => (number, row.Tokens))]);
        return numbers;
    }

    /// <summary>Replaces a patient's content, status, tokens and pseudonym.</summary>
    public static async Task ReplaceAsync(DbSession session, PatientRow row, byte[]? formerTokens, long now)
    {
        await session.ExecuteAsync(
            "update patient set status = $2, content = $3, content_hash = $4, last_updated = $5, job_no = $6, batch_no = $7, tokens = $8, "
            + "rules_version = $9, pseudonym = $10, key_no = $11, changed_at = $12, epochs = $13 where patient_no = $1",
            row.PatientNo, (long)row.Status, row.Content, row.ContentHash?.ToArray(), row.LastUpdated, row.JobNo, row.BatchNo, row.Tokens,
            row.RulesVersion, row.Pseudonym, row.KeyNo, now, row.Epochs);
        if (formerTokens is not null && row.Tokens is not null && formerTokens.AsSpan().SequenceEqual(row.Tokens))
            return;
        await PatientTokens.RemoveAsync(session, row.PatientNo, formerTokens);
        await PatientTokens.AddAsync(session, [(row.PatientNo, row.Tokens)]);
    }

    /// <summary>Removes a row whose resources, tokens and key are gone already.</summary>
    public static Task RemoveAsync(DbSession session, long patientNo) => session.ExecuteAsync("delete from patient where patient_no = $1", patientNo);

    /// <summary>Notes that copies of a patient's resources are still to be made, or that all are made.</summary>
    public static Task SetCopiesDueAsync(DbSession session, long patientNo, bool due) =>
        session.ExecuteAsync("update patient set copies_due = $2 where patient_no = $1", patientNo, due ? 1L : 0L);

    /// <summary>Live patients whose copies are still to be made.</summary>
    public static Task<List<long>> WithCopiesDueAsync(DbSession session, int most) => session.QueryAsync(
        "select patient_no from patient where copies_due = 1 and status = 1 order by patient_no limit $1", row => row.GetInt64(0), (long)most);
}
