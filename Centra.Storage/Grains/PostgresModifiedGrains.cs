namespace Centra.Storage;

/// <summary>Which grains have written, where Orleans' provider keeps them in PostgreSQL (Migrations/orleans).</summary>
/// <param name="database">The cluster's database.</param>
/// <param name="serviceId">Whose grains.</param>
public sealed class PostgresModifiedGrains(IDatabase database, string serviceId) : IModifiedGrains
{
    // Not above the oldest running transaction: what it has written is not to be seen yet, and would be passed over.
    // A checkpoint that lies in the future comes from the database's life before a restore.
    private const string Since = """
        select state_name, coalesce(key_text, key_n1::text), modified from orleans_grain_state
        where service_id = $1
            and modified > case when $2 < pg_snapshot_xmax(pg_current_snapshot())::text::bigint then $2 else 0 end
            and modified < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        order by modified limit $3
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ModifiedGrain>> ModifiedSinceAsync(long after, int most, CancellationToken cancel = default) =>
        await database.ReadAsync(session => session.QueryAsync(
            Since, row => new ModifiedGrain(row.GetString(0), row.GetString(1), row.GetInt64(2)), serviceId, after, (long)most), cancel);

    /// <summary>
    /// To be called at start. In a restored database transactions are numbered from the beginning again; rows of its former life
    /// would count as written in the future, and are taken for written now.
    /// </summary>
    public Task RenumberAfterRestoreAsync(CancellationToken cancel = default) => database.WriteAsync(Fence.None, session => session.ExecuteAsync(
        "update orleans_grain_state set modified = pg_current_xact_id()::text::bigint where modified > pg_current_xact_id()::text::bigint"), cancel);
}
