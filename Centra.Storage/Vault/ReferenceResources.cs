namespace Centra.Storage;

/// <summary>Organizations, practitioners, locations: they belong to a practice and to no patient.</summary>
public static class ReferenceResources
{
    internal const string Types = "select type, count(*) from reference_resource where practice_id = $1 group by type order by type";
    internal const string OfPractice = "select id_hash, content from reference_resource where practice_id = $1 and type = $2 and id_hash > $3 order by id_hash limit $4";
    internal const string RemoveOfPractice = "delete from reference_resource where practice_id = $1";

    /// <summary>What is stored under the keyed hashes of (practice, type, id).</summary>
    public static async Task<Dictionary<Key128, ResourceHead>> HeadsAsync(DbSession session, IReadOnlyCollection<Key128> ids)
    {
        const string sql = "select id_hash, content_hash, last_updated, job_no, batch_no from reference_resource where id_hash = ";
        var rows = await Bulk.QueryAsync(session, sql + "$1", sql + "any($1)", ids.Select(id => id.ToArray()).ToArray(), row => new ResourceHead(
            Key128.From(row.GetFieldValue<byte[]>(0)), 0, Key128.From(row.GetFieldValue<byte[]>(1)), row.NumberOrNull(2), row.GetInt64(3), row.GetInt64(4), null));
        return rows.ToDictionary(row => row.IdHash);
    }

    /// <summary>Writes them, replacing what stands under the same id. No id twice in one call.</summary>
    public static Task WriteAsync(DbSession session, string practiceId, IReadOnlyList<ResourceRow> rows)
    {
        const string insert = "insert into reference_resource (id_hash, practice_id, type, content, content_hash, last_updated, job_no, batch_no) ";
        const string write = "on conflict (id_hash) do update set content = excluded.content, content_hash = excluded.content_hash, "
            + "last_updated = excluded.last_updated, job_no = excluded.job_no, batch_no = excluded.batch_no";
        return Bulk.ExecuteAsync(session,
            insert + "values ($1, $2, $3, $4, $5, $6, $7, $8) " + write,
            insert + "select * from unnest($1::bytea[], $2::text[], $3::text[], $4::bytea[], $5::bytea[], $6::bigint[], $7::bigint[], $8::bigint[]) " + write,
            rows.Select(row => row.IdHash.ToArray()).ToArray(), Enumerable.Repeat(practiceId, rows.Count).ToArray(), rows.Select(row => row.Type).ToArray(),
            rows.Select(row => row.Content).ToArray(), rows.Select(row => row.ContentHash.ToArray()).ToArray(), rows.Select(row => row.LastUpdated).ToArray(),
            rows.Select(row => row.JobNo).ToArray(), rows.Select(row => row.BatchNo).ToArray());
    }

    /// <summary>How many of which types a practice has.</summary>
    public static Task<List<(string Type, long Count)>> TypesAsync(DbSession session, string practiceId) => session.QueryAsync(
        Types, row => (row.GetString(0), row.GetInt64(1)), practiceId);

    /// <summary>A practice's own of a type, above an id, in the order of ids.</summary>
    public static Task<List<RecordRow>> OfPracticeAsync(DbSession session, string practiceId, string type, byte[] above, int most) => session.QueryAsync(
        OfPractice, row => new RecordRow(0, Key128.From(row.GetFieldValue<byte[]>(0)), type, row.GetFieldValue<byte[]>(1)), practiceId, type, above, (long)most);

    /// <summary>Removes all of a practice; how many there were.</summary>
    public static Task<int> RemoveOfPracticeAsync(DbSession session, string practiceId) =>
        session.ExecuteAsync(RemoveOfPractice, practiceId);

    /// <summary>Removes them by id; how many there were.</summary>
    public static Task<int> RemoveAsync(DbSession session, IReadOnlyList<Key128> ids) => Bulk.ExecuteAsync(session,
        "delete from reference_resource where id_hash = $1", "delete from reference_resource where id_hash = any($1)", ids.Select(id => id.ToArray()).ToArray());
}
