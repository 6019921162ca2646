using Centra.Storage;

namespace Centra.Attachments;

/// <summary>
/// Removes documents of more than a year that nothing names: of requests whose content was removed, taken out of a draft, or never attached. The
/// content goes with the last document that has it. Reported.
/// </summary>
public sealed class DocumentExpiry(ReadStore read, FileRemoving removing, FileClaims claims, TimeProvider clock)
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
                removed += await RemoveAsync(id, sha256, before) ? 1 : 0;
            after = due[^1].AttachmentId;
        }
        return removed;
    }

    // The content is noted with its row's end, so that it goes after a crash, too.
    private async Task<bool> RemoveAsync(string id, string sha256, long before)
    {
        var isGone = await read.Database.WriteAsync(Fence.None, session => RemoveAsync(session, id, sha256, before));
        if (isGone)
            await removing.RemoveAsync(sha256);
        return isGone;
    }

    // Under the claim it is looked at again: whoever is about to attach it has claimed it, or finds it gone.
    private async Task<bool> RemoveAsync(DbSession session, string id, string sha256, long before)
    {
        if (await claims.BeginAsync(session, id) is not { } removal)
            return false;
        var isUnnamed = await AttachmentRows.IsUnnamedAsync(session, before, id);
        if (isUnnamed)
            await RemoveAndReportAsync(session, id, sha256);
        await FileClaims.EndAsync(session, removal);
        return isUnnamed;
    }

    private async Task RemoveAndReportAsync(DbSession session, string id, string sha256)
    {
        var isLast = await AttachmentRows.RemoveAsync(session, id, sha256);
        if (isLast)
            await NamedFiles.NoteAsync(session, sha256);
        await session.ExecuteAsync("insert into retention_report (report_id, subject, rule, what, entries, at) values ($1, $2, $3, $4, 0, $5) on conflict do nothing",
            $"document-{id}", id, Rule, isLast ? "a document and its content" : "a document; another one has the same content", clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
