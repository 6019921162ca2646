using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Orleans;
using Orleans.Runtime;

namespace Centra.Storage;

/// <summary>Reminders in the same SQLite file as the states, on either engine.</summary>
public sealed class SqliteReminderTable(IDatabase database) : IReminderTable
{
    private const string Columns = "select grain_id, name, start_at, period_ms, etag from reminder";

    /// <inheritdoc/>
    public async Task<ReminderTableData> ReadRows(GrainId grainId) =>
        new(await database.ReadAsync(session => session.QueryAsync($"{Columns} where grain_id = $1", Entry, grainId.ToString())));

    /// <inheritdoc/>
    /// <remarks>The hash is computed here: the engines have different ones, and the file outlives a change of engine.</remarks>
    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        var all = await database.ReadAsync(session => session.QueryAsync(Columns, Entry));
        return new(all.Where(entry => IsWithin(entry.GrainId.GetUniformHashCode(), begin, end)));
    }

    /// <inheritdoc/>
    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        await database.ReadAsync(session => session.FindAsync($"{Columns} where grain_id = $1 and name = $2", Entry, grainId.ToString(), reminderName));

    /// <inheritdoc/>
    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var etag = RandomNumberGenerator.GetHexString(16, lowercase: true);
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into reminder (grain_id, name, start_at, period_ms, etag) values ($1, $2, $3, $4, $5) on conflict (grain_id, name) "
            + "do update set start_at = excluded.start_at, period_ms = excluded.period_ms, etag = excluded.etag",
            entry.GrainId.ToString(), entry.ReminderName, UnixMs(entry.StartAt), (long)entry.Period.TotalMilliseconds, etag));
        return etag;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        await database.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "delete from reminder where grain_id = $1 and name = $2 and etag = $3", grainId.ToString(), reminderName, eTag)) == 1;

    /// <inheritdoc/>
    public Task TestOnlyClearTable() => database.WriteAsync(Fence.None, session => session.ExecuteAsync("delete from reminder"));

    private static bool IsWithin(uint hash, uint begin, uint end) =>
        begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static ReminderEntry Entry(DbDataReader row) => new()
    {
        GrainId = GrainId.Parse(row.GetString(0), CultureInfo.InvariantCulture),
        ReminderName = row.GetString(1),
        StartAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)).UtcDateTime,
        Period = TimeSpan.FromMilliseconds(row.GetInt64(3)),
        ETag = row.GetString(4),
    };

    private static long UnixMs(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}
