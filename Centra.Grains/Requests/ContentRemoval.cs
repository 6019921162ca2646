using Centra.Recording;
using Centra.Storage;

namespace Centra.Requests;

/// <summary>
/// Takes what people wrote out of the read store, in the transaction of the event that says so: payloads of the stream's former entries, titles
/// and names in lists and messages.
/// </summary>
internal static class ContentRemoval
{
    public static async Task ApplyAsync(DbSession session, RequestRow row, RecordedEvent recorded)
    {
        var removed = recorded.Read<ContentRemoved>()!;
        await EntryRemoval.ApplyAsync(session, recorded, removed.Rule, "application, team, reviews and correspondence");
        (row.Title, row.Investigator, row.InvestigatorId, row.InstitutionId) = ("", "", "", "");
        (row.Stage, row.StageSince, row.Ball, row.Paused, row.OpenQuestions, row.DueAt, row.IsSealed) = (removed.Stage.ToString(), removed.StageSince.ToUnixTimeMilliseconds(), "nobody", null, 0, null, 0);
        foreach (var table in new[] { "request_person", "request_act", "score_sheet", "request_document", "message", "notification" })
            await session.ExecuteAsync($"delete from {table} where request_id = $1", row.RequestId);
    }
}
