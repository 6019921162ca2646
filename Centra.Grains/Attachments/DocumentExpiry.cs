using Centra.Storage;

namespace Centra.Attachments;

/// <summary>
/// Removes documents of more than a year that nothing names: of requests whose content was removed, taken out of a draft, or never attached. The
/// content goes with the last document that has it. Reported.
/// </summary>
public sealed class DocumentExpiry(ReadStore read, IFileStore files, TimeProvider clock)
{
    private const string Rule = "documents-one-year";
    private const int AtOnce = 200;

    /// <summary>Removes what is due; how many documents.</summary>
    public async Task<int> RunAsync()
    {
        var (before, after, removed) = (clock.GetUtcNow().AddYears(-1).ToUnixTimeMilliseconds(), "", 0);
        while (await read.Database.ReadAsync(session => AttachmentRows.UnnamedAsync(session, before, after, AtOnce)) is { Count: > 0 } due)
        {
            foreach (var (id, sha256) in due)
                await read.Database.WriteAsync(Fence.None, session => RemoveAsync(session, id, sha256));
            (after, removed) = (due[^1].AttachmentId, removed + due.Count);
        }
        return removed;
    }

    // The content goes inside the write, of which there is one at a time: an upload of the same content comes before it, and is counted, or puts it there again.
    private async Task<int> RemoveAsync(DbSession session, string id, string sha256)
    {
        var isLast = await AttachmentRows.RemoveAsync(session, id, sha256);
        if (isLast)
            await files.DeleteAsync(sha256);
        return await session.ExecuteAsync("insert into retention_report (report_id, subject, rule, what, entries, at) values ($1, $2, $3, $4, 0, $5) on conflict do nothing",
            $"document-{id}", id, Rule, isLast ? "a document and its content" : "a document; another one has the same content", clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
