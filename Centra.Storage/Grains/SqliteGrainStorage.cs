using System.Globalization;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Storage;

/// <summary>
/// The states of grains in a SQLite file, on either engine. Writes that wait together share one durable commit. A write or clearing
/// with an ETag that is not the stored one changes no row, which is no error to the database, and harms none of the others.
/// </summary>
public sealed class SqliteGrainStorage(IDatabase database) : IGrainStorage, IModifiedGrains
{
    private const string Next = "(select coalesce(max(modified), 0) + 1 from grain_state)";

    private const string Insert = "insert into grain_state (state_name, grain_id, version, content, modified) "
        + $"values ($1, $2, $3 + 1, $4, {Next}) on conflict do nothing";

    private const string Update = $"update grain_state set version = version + 1, content = $4, modified = {Next} "
        + "where state_name = $1 and grain_id = $2 and version = $3";

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var row = await database.ReadAsync(session => session.FindAsync(
            "select version, content from grain_state where state_name = $1 and grain_id = $2",
            row => (Version: row.GetInt64(0), Content: row.IsDBNull(1) ? null : row.GetString(1)),
            stateName, grainId.ToString()));
        grainState.State = row.Content is null ? GrainStateJson.Absent<T>() : GrainStateJson.Read<T>(row.Content);
        grainState.ETag = row.Version == 0 ? null : Text(row.Version);
        grainState.RecordExists = row.Content is not null;
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var content = GrainStateJson.Write(grainState.State);
        grainState.ETag = await ReplaceAsync(stateName, grainId, grainState.ETag, content);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.ETag = await ReplaceAsync(stateName, grainId, grainState.ETag, null);
        grainState.State = GrainStateJson.Absent<T>();
        grainState.RecordExists = false;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ModifiedGrain>> ModifiedSinceAsync(long after, int most, CancellationToken cancel = default) =>
        await database.ReadAsync(session => session.QueryAsync(
            "select state_name, grain_id, modified from grain_state where modified > $1 order by modified limit $2",
            row => new ModifiedGrain(row.GetString(0), GrainId.Parse(row.GetString(1), CultureInfo.InvariantCulture).Key.ToString()!, row.GetInt64(2)),
            after, most), cancel);

    // The new ETag. Of two first writes, both with no ETag, the one whose row is there already changes nothing.
    private async Task<string> ReplaceAsync(string stateName, GrainId grainId, string? etag, string? content)
    {
        var version = etag is null ? 0 : long.Parse(etag, CultureInfo.InvariantCulture);
        var changed = await database.ExecuteAsync(version == 0 ? Insert : Update, stateName, grainId.ToString(), version, content);
        return changed == 1
            ? Text(version + 1)
            : throw new InconsistentStateException($"The stored state {stateName} is not the one that this grain has read.", "another", etag);
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
