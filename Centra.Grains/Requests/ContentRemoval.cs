using Centra.Recording;
using Centra.Storage;
using Microsoft.EntityFrameworkCore;

namespace Centra.Requests;

/// <summary>
/// Takes what people wrote out of the read store, in the transaction of the event that says so: payloads of the stream's former entries become
/// tombstones with their hash, so that the chain is still checked; lists and messages lose titles and names. Reported.
/// </summary>
internal static class ContentRemoval
{
    public static async Task ApplyAsync(ReadContext context, RequestRow row, RecordedEvent recorded)
    {
        var removed = recorded.Read<ContentRemoved>()!;
        var entries = await context.Events.Where(entry => entry.Stream == recorded.Stream && entry.Position < recorded.Position).ToListAsync();
        foreach (var entry in entries)
            context.Entry(entry).Property(nameof(EventRow.Payload)).CurrentValue = EventHash.TombstoneOf(entry.Payload);
        (row.Title, row.Investigator, row.InvestigatorId, row.InstitutionId) = ("", "", "", "");
        (row.Stage, row.StageSince, row.Ball, row.Paused, row.OpenQuestions, row.DueAt, row.IsSealed) = (removed.Stage.ToString(), removed.StageSince.ToUnixTimeMilliseconds(), "nobody", null, 0, null, 0);
        context.RemoveRange(await context.Set<RequestPersonRow>().Where(person => person.RequestId == row.RequestId).ToListAsync());
        await context.Database.ExecuteSqlAsync($"delete from message where request_id = {row.RequestId}");
        await context.Database.ExecuteSqlAsync($"delete from notification where request_id = {row.RequestId}");
        context.Add(new RetentionReportRow(
            $"{recorded.Stream.Replace('/', '-')}-{recorded.Position}", recorded.Stream, removed.Rule, "application, team, reviews and correspondence", entries.Count, removed.At.ToUnixTimeMilliseconds()));
    }
}
