using Centra.Attachments;
using Centra.Storage;
using Orleans;

namespace Centra.Requests;

/// <summary>A document is read by whoever reads an application that has it: a reviewer after declaring that there is no conflict, and nobody of another request.</summary>
public sealed class DocumentReaders(ReadStore read, IGrainFactory grains) : IAttachmentReaders
{
    /// <inheritdoc/>
    public async Task<bool> MayReadAsync(AttachmentRow attachment, string userId)
    {
        foreach (var id in await read.Database.ReadAsync(session => RequestOwners.OfDocumentAsync(session, attachment.AttachmentId)))
        {
            var request = await grains.GetGrain<IDataRequestGrain>($"request/{id}").View(userId);
            if (request.Value?.Application?.Documents.Any(document => document.DocumentId == attachment.AttachmentId) ?? false)
                return true;
        }
        return false;
    }
}
