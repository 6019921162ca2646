namespace Centra.Storage;

/// <summary>Clinical resources.</summary>
public static class Resources
{
    private const string Names = "id_hash, patient_no, type, content, content_hash, last_updated, job_no, batch_no, copy_id";

    /// <summary>What is stored under the keyed hashes of (practice, type, id).</summary>
    public static async Task<Dictionary<Key128, ResourceHead>> HeadsAsync(DbSession session, IReadOnlyCollection<Key128> ids)
    {
        const string sql = "select id_hash, patient_no, content_hash, last_updated, job_no, batch_no, copy_id from resource where id_hash = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ids.Select(id => id.ToArray()).ToArray(), row => new ResourceHead(
            Key128.From(row.GetFieldValue<byte[]>(0)), row.GetInt64(1), Key128.From(row.GetFieldValue<byte[]>(2)), row.NumberOrNull(3),
            row.GetInt64(4), row.GetInt64(5), row.BytesOrNull(6)), mostlyMissing: true);
        return rows.ToDictionary(row => row.IdHash);
    }

    /// <summary>Adds resources of whose ids none is stored.</summary>
    public static Task AddAsync(DbSession session, IReadOnlyList<ResourceRow> rows)
    {
        var (first, others) = Values(rows);
        return Bulk.AddAsync(session, "resource", Names, first, others);
    }

    /// <summary>Writes resources, replacing what stands under the same id. No id twice in one call.</summary>
    public static Task WriteAsync(DbSession session, IReadOnlyList<ResourceRow> rows)
    {
        const string write = "on conflict (id_hash) do update set patient_no = excluded.patient_no, type = excluded.type, content = excluded.content, "
            + "content_hash = excluded.content_hash, last_updated = excluded.last_updated, job_no = excluded.job_no, batch_no = excluded.batch_no, copy_id = excluded.copy_id";
        const string insert = $"insert into resource ({Names}) ";
        var (first, others) = Values(rows);
        return Bulk.ExecuteAsync(session,
            insert + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) " + write,
            insert + "select * from unnest($1::bytea[], $2::bigint[], $3::text[], $4::bytea[], $5::bytea[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bytea[]) " + write,
            first, others);
    }

    /// <summary>All resources of a patient that may be read: the patient's row is live.</summary>
    public static Task<List<ResourceRow>> OfLiveAsync(DbSession session, long patientNo) => OfAsync(session, patientNo, PatientStatus.Live);

    /// <summary>All resources of a patient in a status.</summary>
    public static Task<List<ResourceRow>> OfAsync(DbSession session, long patientNo, PatientStatus status) => session.QueryAsync(
        $"select {ResourceRow.Columns} from resource r join patient p on p.patient_no = r.patient_no where r.patient_no = $1 and p.status = $2 order by r.resource_no",
        ResourceRow.Read, patientNo, (long)status);

    /// <summary>Removes resources by id; how many there were.</summary>
    public static Task<int> RemoveAsync(DbSession session, IReadOnlyList<Key128> ids) => Bulk.ExecuteAsync(session,
        "delete from resource where id_hash = $1", "delete from resource where id_hash = any($1)", ids.Select(id => id.ToArray()).ToArray());

    /// <summary>Removes at most so many resources of a patient; how many it removed.</summary>
    public static Task<int> RemoveSomeAsync(DbSession session, long patientNo, int most) => session.ExecuteAsync(
        "delete from resource where resource_no in (select resource_no from resource where patient_no = $1 limit $2)", patientNo, (long)most);

    /// <summary>How many resources a patient has.</summary>
    public static Task<long> CountAsync(DbSession session, long patientNo) =>
        session.NumberAsync("select count(*) from resource where patient_no = $1", patientNo);

    private static (Array First, Array[] Others) Values(IReadOnlyList<ResourceRow> rows) => (rows.Select(row => row.IdHash.ToArray()).ToArray(),
    [
        rows.Select(row => row.PatientNo).ToArray(), rows.Select(row => row.Type).ToArray(), rows.Select(row => row.Content).ToArray(),
        rows.Select(row => row.ContentHash.ToArray()).ToArray(), rows.Select(row => row.LastUpdated).ToArray(), rows.Select(row => row.JobNo).ToArray(),
        rows.Select(row => row.BatchNo).ToArray(), rows.Select(row => row.CopyId).ToArray(),
    ]);
}
