using System.Text.RegularExpressions;
using Centra.Storage;

namespace Centra.Recording;

/// <summary>
/// Takes the payloads of a stream's former entries away, in the transaction of the event that says so: tombstones with their hashes, so that the
/// chain is still checked. Files that they named are noted for removal, and the whole is reported.
/// </summary>
internal static partial class EntryRemoval
{
    public static async Task ApplyAsync(DbSession session, RecordedEvent removed, string rule, string what)
    {
        var entries = await session.QueryAsync(
            "select position, payload from event where stream = $1 and position < $2", entry => (Position: entry.GetInt64(0), Payload: entry.GetString(1)), removed.Stream, removed.Position);
        foreach (var sha256 in entries.SelectMany(entry => Sha256().Matches(entry.Payload)).Select(match => match.Value).Distinct())
            await NamedFiles.NoteAsync(session, sha256);
        foreach (var (position, payload) in entries)
            await session.ExecuteAsync("update event set payload = $3 where stream = $1 and position = $2", removed.Stream, position, EventHash.TombstoneOf(payload));
        await session.ExecuteAsync(
            "insert into retention_report (report_id, subject, rule, what, entries, at) values ($1, $2, $3, $4, $5, $6)",
            $"{removed.Stream.Replace('/', '-')}-{removed.Position}", removed.Stream, rule, what, (long)entries.Count, removed.At.ToUnixTimeMilliseconds());
    }

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Sha256();
}
