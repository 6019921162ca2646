using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>
/// Takes what people wrote out of the read store, in the transaction of the event that says so: payloads of the stream's former entries become
/// tombstones with their hash, so that the chain is still checked; lists and messages lose titles and names. Reported.
/// </summary>
internal static class ContentRemoval
{
    public static async Task ApplyAsync(DbSession session, RequestRow row, RecordedEvent recorded)
    {
        var removed = recorded.Read<ContentRemoved>()!;
        var entries = await session.QueryAsync(
            "select position, payload from event where stream = $1 and position < $2", entry => (Position: entry.GetInt64(0), Payload: entry.GetString(1)), recorded.Stream, recorded.Position);
        foreach (var (position, payload) in entries)
            await session.ExecuteAsync("update event set payload = $3 where stream = $1 and position = $2", recorded.Stream, position, EventHash.TombstoneOf(payload));
        (row.Title, row.Investigator, row.InvestigatorId, row.InstitutionId) = ("", "", "", "");
        (row.Stage, row.StageSince, row.Ball, row.Paused, row.OpenQuestions, row.DueAt, row.IsSealed) = (removed.Stage.ToString(), removed.StageSince.ToUnixTimeMilliseconds(), "nobody", null, 0, null, 0);
        foreach (var table in new[] { "request_person", "request_document", "message", "notification" })
            await session.ExecuteAsync($"delete from {table} where request_id = $1", row.RequestId);
        await session.ExecuteAsync(
            "insert into retention_report (report_id, subject, rule, what, entries, at) values ($1, $2, $3, $4, $5, $6)",
            $"{recorded.Stream.Replace('/', '-')}-{recorded.Position}", recorded.Stream, removed.Rule, "application, team, reviews and correspondence", (long)entries.Count, removed.At.ToUnixTimeMilliseconds());
    }
}
