namespace Centra.Attachments;

/// <summary>What a document is, by its content.</summary>
public enum AttachmentType
{
    /// <summary>None that is taken.</summary>
    None = 0,

    /// <summary>PDF.</summary>
    Pdf = 1,

    /// <summary>Office Open XML, a text.</summary>
    Docx = 2,

    /// <summary>Office Open XML, a workbook.</summary>
    Xlsx = 3,

    /// <summary>A table, RFC 4180, UTF-8.</summary>
    Csv = 4,

    /// <summary>A picture, PNG.</summary>
    Png = 5,

    /// <summary>A picture, JPEG.</summary>
    Jpeg = 6,
}

/// <summary>How types are told to others.</summary>
public static class AttachmentTypes
{
    /// <summary>The media type.</summary>
    public static string MediaType(this AttachmentType type) => type switch
    {
        AttachmentType.Pdf => "application/pdf",
        AttachmentType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachmentType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        AttachmentType.Csv => "text/csv",
        AttachmentType.Png => "image/png",
        AttachmentType.Jpeg => "image/jpeg",
        AttachmentType.None => throw new ArgumentOutOfRangeException(nameof(type), "What is no type has no media type."),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The ends of file names that go with it; the first is the usual one.</summary>
    public static string[] Extensions(this AttachmentType type) => type is AttachmentType.Jpeg ? [".jpg", ".jpeg"] : [$".{type.ToString().ToLowerInvariant()}"];
}
