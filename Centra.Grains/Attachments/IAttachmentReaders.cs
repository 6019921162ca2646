using Centra.Storage;

namespace Centra.Attachments;

/// <summary>Who reads a document beside those who uploaded it. A seam: requests know which document belongs to which request.</summary>
public interface IAttachmentReaders
{
    /// <summary>Whether this person may read it.</summary>
    Task<bool> MayReadAsync(AttachmentRow attachment, string userId);
}
