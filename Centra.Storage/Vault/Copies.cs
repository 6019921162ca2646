namespace Centra.Storage;

/// <summary>The de-identified store: copies under random pseudonyms. Nothing in it leads back once the patient's row is gone.</summary>
public static class Copies
{
    /// <summary>A subject appears, or its birth year changes (null: 90 or older).</summary>
    public static Task SubjectAsync(DbSession session, byte[] pseudonym, bool hidden, int? birthYear) => session.ExecuteAsync(
        "insert into copy_subject (pseudonym, hidden, birth_year) values ($1, $2, $3) "
        + "on conflict (pseudonym) do update set hidden = excluded.hidden, birth_year = excluded.birth_year", pseudonym, hidden ? 1L : 0L, birthYear);

    /// <summary>New subjects appear.</summary>
    public static Task AddSubjectsAsync(DbSession session, IReadOnlyList<(byte[] Pseudonym, int? BirthYear)> subjects) => Bulk.AddAsync(session,
        "copy_subject", "pseudonym, hidden, birth_year",
        subjects.Select(one => one.Pseudonym).ToArray(), new long[subjects.Count], subjects.Select(one => (long?)one.BirthYear).ToArray());

    /// <summary>Hides a subject while its patient is held, or shows it again.</summary>
    public static Task HideAsync(DbSession session, byte[] pseudonym, bool hidden) =>
        session.ExecuteAsync("update copy_subject set hidden = $2 where pseudonym = $1", pseudonym, hidden ? 1L : 0L);

    /// <summary>Writes copies, replacing those of the same id. No id twice in one call.</summary>
    public static Task WriteAsync(DbSession session, IReadOnlyList<CopyRow> rows) => Bulk.ExecuteAsync(session,
        "insert into copy (copy_id, pseudonym, type, content) values ($1, $2, $3, $4) on conflict (copy_id) do update set content = excluded.content",
        "insert into copy (copy_id, pseudonym, type, content) select * from unnest($1::bytea[], $2::bytea[], $3::text[], $4::text[]) "
        + "on conflict (copy_id) do update set content = excluded.content",
        rows.Select(row => row.CopyId).ToArray(), rows.Select(row => row.Pseudonym).ToArray(), rows.Select(row => row.Type).ToArray(), rows.Select(row => row.Content).ToArray());

    /// <summary>Adds copies under ids that were never given before.</summary>
    public static Task AddAsync(DbSession session, IReadOnlyList<CopyRow> rows) => Bulk.AddAsync(session, "copy", "copy_id, pseudonym, type, content",
        rows.Select(row => row.CopyId).ToArray(), rows.Select(row => row.Pseudonym).ToArray(), rows.Select(row => row.Type).ToArray(), rows.Select(row => row.Content).ToArray());

    /// <summary>Removes copies whose source was withdrawn by the practice.</summary>
    public static Task RemoveAsync(DbSession session, IReadOnlyList<byte[]> ids) => Bulk.ExecuteAsync(session,
        "delete from copy where copy_id = $1", "delete from copy where copy_id = any($1)", ids.ToArray());

    /// <summary>Removes a subject with all its copies: the practice deleted the patient, which is no opt-out.</summary>
    public static async Task RemoveSubjectAsync(DbSession session, byte[] pseudonym)
    {
        await session.ExecuteAsync("delete from copy where pseudonym = $1", pseudonym);
        await session.ExecuteAsync("delete from copy_subject where pseudonym = $1", pseudonym);
    }

    /// <summary>Copies that may be read, in the order of their ids, above one.</summary>
    public static Task<List<CopyRow>> ReadAsync(DbSession session, byte[] above, int most) => session.QueryAsync(
        "select c.copy_id, c.pseudonym, c.type, c.content from copy c join copy_subject s on s.pseudonym = c.pseudonym "
        + "where c.copy_id > $1 and s.hidden = 0 order by c.copy_id limit $2",
        row => new CopyRow(row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetString(3)), above, (long)most);

    /// <summary>Subjects whose copies tell a year of birth up to this one, for the yearly sweep.</summary>
    public static Task<List<byte[]>> BornUntilAsync(DbSession session, int year, int most) => session.QueryAsync(
        "select pseudonym from copy_subject where birth_year <= $1 order by birth_year limit $2", row => row.GetFieldValue<byte[]>(0), (long)year, (long)most);

    /// <summary>All copies of a subject.</summary>
    public static Task<List<CopyRow>> OfSubjectAsync(DbSession session, byte[] pseudonym) => session.QueryAsync(
        "select copy_id, pseudonym, type, content from copy where pseudonym = $1",
        row => new CopyRow(row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetString(3)), pseudonym);

    /// <summary>The subject's copies tell no year of birth any more.</summary>
    public static Task ForgetBirthYearAsync(DbSession session, byte[] pseudonym) =>
        session.ExecuteAsync("update copy_subject set birth_year = null where pseudonym = $1", pseudonym);

    /// <summary>Copy ids that were promised to resources which have not come yet.</summary>
    public static async Task<Dictionary<Key128, byte[]>> PromisesAsync(DbSession session, IReadOnlyCollection<Key128> ids)
    {
        const string sql = "select id_hash, copy_id from copy_promise where id_hash = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ids.Select(id => id.ToArray()).ToArray(),
            row => (Id: Key128.From(row.GetFieldValue<byte[]>(0)), CopyId: row.GetFieldValue<byte[]>(1)), mostlyMissing: true);
        return rows.ToDictionary(row => row.Id, row => row.CopyId);
    }

    /// <summary>Promises copy ids. One that was promised before stays.</summary>
    public static Task PromiseAsync(DbSession session, IReadOnlyList<(Key128 Id, long PatientNo, byte[] CopyId)> promises) => Bulk.ExecuteAsync(session,
        "insert into copy_promise (id_hash, patient_no, copy_id) values ($1, $2, $3) on conflict do nothing",
        "insert into copy_promise (id_hash, patient_no, copy_id) select * from unnest($1::bytea[], $2::bigint[], $3::bytea[]) on conflict do nothing",
        promises.Select(p => p.Id.ToArray()).ToArray(), promises.Select(p => p.PatientNo).ToArray(), promises.Select(p => p.CopyId).ToArray());

    /// <summary>Forgets a patient's promises.</summary>
    public static Task ForgetPromisesAsync(DbSession session, long patientNo) =>
        session.ExecuteAsync("delete from copy_promise where patient_no = $1", patientNo);
}

/// <summary>One de-identified copy.</summary>
public sealed record CopyRow(byte[] CopyId, byte[] Pseudonym, string Type, string Content);
