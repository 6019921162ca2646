namespace Centra.Attachments;

/// <summary>Says what a document is by its content; its name and what the sender calls it do not count. Pure: it reads the stream and nothing else.</summary>
public static class Sniffing
{
    private const int Ends = 1024;
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];

    /// <summary>The type, or why it is not taken.</summary>
    /// <param name="content">The document, which can be read more than once.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<Result<AttachmentType>> SniffAsync(Stream content, CancellationToken cancellation = default)
    {
        if (content.Length == 0)
            return AttachmentRefusal.AttachmentIsEmpty;
        var (head, tail) = (await ReadAsync(content, 0, Png.Length, cancellation), await ReadAsync(content, Math.Max(0, content.Length - Ends), Ends, cancellation));
        content.Position = 0;
        if (head.AsSpan().StartsWith("%PDF-"u8))
            return Whole(AttachmentType.Pdf, tail.AsSpan().IndexOf("%%EOF"u8) >= 0);
        if (head.AsSpan().StartsWith(Png))
            return Whole(AttachmentType.Png, await PngChunks.AreWholeAsync(content, cancellation));
        if (head.AsSpan().StartsWith((byte[])[0xFF, 0xD8, 0xFF]))
            return Whole(AttachmentType.Jpeg, tail.AsSpan().TrimEnd((byte)0).EndsWith((byte[])[0xFF, 0xD9]));
        if (head.AsSpan().StartsWith("PK"u8))
            return await OfficePackage.SniffAsync(content, cancellation);
        return await CsvContent.IsTableAsync(content, cancellation) ? AttachmentType.Csv : AttachmentRefusal.TypeIsNotAllowed;
    }

    private static Result<AttachmentType> Whole(AttachmentType type, bool isWhole) => isWhole ? type : AttachmentRefusal.AttachmentIsDamaged;

    private static async Task<byte[]> ReadAsync(Stream content, long at, int most, CancellationToken cancellation)
    {
        content.Position = at;
        var bytes = new byte[most];
        return bytes[..await content.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, cancellation)];
    }
}
