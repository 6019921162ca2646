using System.Collections.Immutable;
using Centra.People;
using Centra.Storage;

namespace Centra.Attachments;

/// <summary>Who reads a document beside those who uploaded it. A seam: requests know which document belongs to which request.</summary>
public interface IAttachmentReaders
{
    /// <summary>Whether this person may read it.</summary>
    Task<bool> MayReadAsync(AttachmentRow attachment, string userId, ImmutableArray<string> roles);
}

/// <summary>Those who act for the society, and auditors: as long as nothing knows to which request a document belongs.</summary>
public sealed class SocietyReaders : IAttachmentReaders
{
    private static readonly string[] Society = [Roles.RequestManager, Roles.Reviewer, Roles.Chair, Roles.SocietySignatory, Roles.Finance, Roles.DataSteward, Roles.Auditor];

    /// <inheritdoc/>
    public Task<bool> MayReadAsync(AttachmentRow attachment, string userId, ImmutableArray<string> roles) => Task.FromResult(roles.Any(Society.Contains));
}
