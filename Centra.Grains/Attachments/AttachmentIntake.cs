using System.Security.Cryptography;
using Centra.Alarms;
using Centra.Storage;

namespace Centra.Attachments;

/// <summary>How documents are taken in.</summary>
/// <param name="MostBytes">Largest document.</param>
/// <param name="Clamd">Address of a ClamAV daemon; null: documents are not scanned.</param>
public sealed record AttachmentSettings(long MostBytes, string? Clamd)
{
    /// <summary>100 MB, no scanner.</summary>
    public static AttachmentSettings Usual { get; } = new(100_000_000, null);
}

/// <summary>
/// Takes in documents. One waits in a nameless temporary file until its type is known and, where there is a scanner, until that found nothing; only then
/// is it in the file store, where it could be read.
/// </summary>
public sealed class AttachmentIntake(IFileStore files, ReadStore read, Clamd clamd, FileClaims claims, AttachmentSettings settings, AlarmBell bell, TimeProvider clock)
{
    /// <summary>Refuses what says of itself that it is too large, before any of it is read.</summary>
    public Refusal? TooLarge(long? length) => length > settings.MostBytes ? AttachmentRefusal.AttachmentIsTooLarge.Because($"A document has at most {settings.MostBytes / 1_000_000} MB.") : null;

    /// <summary>Takes in a document under an id; a repeat with the same content answers the same.</summary>
    public async Task<Result<AttachmentRow>> TakeAsync(string attachmentId, string name, string userId, Stream content, CancellationToken cancellation)
    {
        await using var draft = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        if (!await CopyAsync(content, draft, cancellation))
            return TooLarge(long.MaxValue)!;
        var type = await Sniffing.SniffAsync(draft, cancellation);
        if (type.IsRefused)
            return type.Refusal;
        var row = new AttachmentRow(attachmentId, await HashAsync(draft, cancellation), SafeNames.Of(name, type.Value), type.Value.MediaType(), draft.Length,
            AttachmentRow.Unscanned, userId, clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (await FindAsync(attachmentId) is { } known)
            return known.Sha256 != row.Sha256 ? CommandRefusal.IdempotencyKeyWasUsedForAnotherCommand : known.IsReadable ? await KeptAsync(known, draft, cancellation) : AttachmentRefusal.AttachmentIsInfected;
        return await ScannedAsync(row, draft, cancellation);
    }

    /// <summary>A document by its id.</summary>
    public Task<AttachmentRow?> FindAsync(string attachmentId) => read.Database.ReadAsync(session => AttachmentRows.FindAsync(session, attachmentId));

    /// <summary>A document that is about to be attached: claimed before it is looked for, so that it is there, and stays until it is recorded who names it, or is gone.</summary>
    public async Task<AttachmentRow?> ClaimAsync(string attachmentId)
    {
        if (await FindAsync(attachmentId) is null)
            return null;
        await claims.ClaimAsync(attachmentId);
        return await FindAsync(attachmentId);
    }

    private async Task<Result<AttachmentRow>> ScannedAsync(AttachmentRow row, FileStream draft, CancellationToken cancellation)
    {
        draft.Position = 0;
        var answer = clamd.IsConfigured ? await clamd.ScanAsync(draft, cancellation) : ScanAnswer.None;
        if (clamd.IsConfigured && answer is ScanAnswer.None)
            return AttachmentRefusal.ScannerIsUnavailable;
        var scanned = row with { Standing = answer switch { ScanAnswer.Clean => AttachmentRow.Clean, ScanAnswer.Infected => AttachmentRow.Infected, _ => AttachmentRow.Unscanned } };
        if (!scanned.IsReadable)
            await bell.RingAsync(AlarmKind.UploadIsInfected, null, $"The scanner for malicious software refused a document; nothing of it was kept. It was sent in as {row.AttachmentId}.");
        await read.Database.WriteAsync(Fence.None, session => AttachmentRows.AddAsync(session, scanned), CancellationToken.None);
        return scanned.IsReadable ? await KeptAsync(scanned, draft, cancellation) : AttachmentRefusal.AttachmentIsInfected;
    }

    // After its row, so that no sweep takes away a content that a document has just been given; again with every repeat, after a crash between the two.
    private async Task<AttachmentRow> KeptAsync(AttachmentRow row, FileStream draft, CancellationToken cancellation)
    {
        draft.Position = 0;
        await files.PutAsync(draft, cancellation);
        return row;
    }

    private async Task<bool> CopyAsync(Stream from, FileStream to, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            if (to.Length > settings.MostBytes)
                return false;
        }
        return true;
    }

    private static async Task<string> HashAsync(FileStream draft, CancellationToken cancellation)
    {
        draft.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(draft, cancellation));
    }
}
