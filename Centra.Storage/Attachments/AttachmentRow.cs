namespace Centra.Storage;

/// <summary>A document that was uploaded.</summary>
/// <param name="AttachmentId">Its id.</param>
/// <param name="Sha256">Hash of its content, its name in the file store.</param>
/// <param name="Name">Its file name, made safe.</param>
/// <param name="Type">Its media type, by its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Standing">Clean, Unscanned (there is no scanner) or Infected (refused, not kept).</param>
/// <param name="UploadedBy">By whom.</param>
/// <param name="At">When, Unix milliseconds.</param>
public sealed record AttachmentRow(string AttachmentId, string Sha256, string Name, string Type, long Size, string Standing, string UploadedBy, long At)
{
    /// <summary>Scanned, and nothing found.</summary>
    public const string Clean = nameof(Clean);

    /// <summary>No scanner is configured.</summary>
    public const string Unscanned = nameof(Unscanned);

    /// <summary>Refused by the scanner; only this row was kept.</summary>
    public const string Infected = nameof(Infected);

    /// <summary>Whether it may be read at all.</summary>
    public bool IsReadable => Standing is Clean or Unscanned;
}

/// <summary>The rows of documents.</summary>
public static class AttachmentRows
{
    private const string IsUnnamed = "not exists (select 1 from request_document d where d.document_id = a.attachment_id) "
        + "and not exists (select 1 from event e where e.stream >= 'agreement/' and e.stream < 'agreement0' and e.type = 'SignedScanAttached' and e.payload like '%' || a.sha256 || '%')";

    /// <summary>Adds one; nothing happens where its id is known.</summary>
    public static Task<int> AddAsync(DbSession session, AttachmentRow row) => session.ExecuteAsync(
        "insert into attachment (attachment_id, sha256, name, type, size, standing, uploaded_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        row.AttachmentId, row.Sha256, row.Name, row.Type, row.Size, row.Standing, row.UploadedBy, row.At);

    /// <summary>
    /// Documents of before a time that no request names, nor an agreement by its hash (a scan of the signed paper), above an id. What nobody attached is
    /// among them.
    /// </summary>
    public static Task<List<(string AttachmentId, string Sha256)>> UnnamedAsync(DbSession session, long before, string aboveId, int most) => session.QueryAsync(
        $"select a.attachment_id, a.sha256 from attachment a where a.at < $1 and a.attachment_id > $2 and {IsUnnamed} order by a.attachment_id limit $3",
        row => (row.GetString(0), row.GetString(1)), before, aboveId, (long)most);

    /// <summary>Whether one is such a document still.</summary>
    public static async Task<bool> IsUnnamedAsync(DbSession session, long before, string attachmentId) =>
        await session.NumberAsync($"select count(*) from attachment a where a.at < $1 and a.attachment_id = $2 and {IsUnnamed}", before, attachmentId) > 0;

    /// <summary>Removes one; whether its content is nobody's any more: no other document's, no agreement's, no release's.</summary>
    public static async Task<bool> RemoveAsync(DbSession session, string attachmentId, string sha256)
    {
        await session.ExecuteAsync("delete from attachment where attachment_id = $1", attachmentId);
        return !await NamedFiles.IsNamedAsync(session, sha256);
    }

    /// <summary>One by its id.</summary>
    public static Task<AttachmentRow?> FindAsync(DbSession session, string attachmentId) => session.FindAsync(
        "select attachment_id, sha256, name, type, size, standing, uploaded_by, at from attachment where attachment_id = $1",
        row => new AttachmentRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.GetString(6), row.GetInt64(7)), attachmentId);
}
