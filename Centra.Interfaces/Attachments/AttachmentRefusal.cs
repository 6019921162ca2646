namespace Centra.Attachments;

/// <summary>Why a document is refused.</summary>
public enum AttachmentRefusal
{
    /// <summary>There is no such document, or it is not the caller's to read.</summary>
    [Refuses(RefusalKind.NotFound, "There is no such document.")]
    AttachmentNotFound = 1,

    /// <summary>Larger than the limit; the detail says how much it may have.</summary>
    [Refuses(RefusalKind.TooLarge, "The document is too large.")]
    AttachmentIsTooLarge = 2,

    /// <summary>Nothing was sent.</summary>
    [Refuses(RefusalKind.Invalid, "The document is empty.")]
    AttachmentIsEmpty = 3,

    /// <summary>By its content it is none of the types that are taken.</summary>
    [Refuses(RefusalKind.Invalid, "By its content this is no PDF, DOCX, XLSX, CSV, PNG or JPEG.")]
    TypeIsNotAllowed = 4,

    /// <summary>It begins like one of these types and does not end like it.</summary>
    [Refuses(RefusalKind.Invalid, "The document is damaged or not complete.")]
    AttachmentIsDamaged = 5,

    /// <summary>It would unpack to far more than it is.</summary>
    [Refuses(RefusalKind.Invalid, "The document unpacks to more than is taken.")]
    ArchiveIsTooLarge = 6,

    /// <summary>A document with programs in it.</summary>
    [Refuses(RefusalKind.Invalid, "Documents with macros, controls or embedded programs are not taken. Save it without them.")]
    AttachmentHasMacros = 7,

    /// <summary>The scanner found something.</summary>
    [Refuses(RefusalKind.Invalid, "The scanner for malicious software refused the document. It was not kept.")]
    AttachmentIsInfected = 8,

    /// <summary>The scanner does not answer; nothing is kept unscanned.</summary>
    [Refuses(RefusalKind.Unavailable, "The scanner for malicious software does not answer. Nothing was kept; send it again later.")]
    ScannerIsUnavailable = 9,

    /// <summary>No name, or one that is too long.</summary>
    [Refuses(RefusalKind.Invalid, "A document needs a file name: in a multipart body, or percent-encoded in the header X-File-Name.")]
    FileNameIsMissing = 10,
}
