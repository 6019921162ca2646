using System.IO.Compression;
using System.Xml;

namespace Centra.Attachments;

/// <summary>
/// Office Open XML: a ZIP whose main part says whether it is a text or a workbook. All of it is unpacked once, by count, because what a ZIP says about
/// its sizes is only said. (ECMA-376 part 2.)
/// </summary>
internal static class OfficePackage
{
    private const int MostParts = 5000;
    private const long MostBytes = 512L << 20;
    private const int MostBytesOfTypes = 1 << 20;
    private const string Types = "[Content_Types].xml";
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private static readonly string[] Programs = ["vbaProject", "vbaData", "/activeX/", "/macrosheets/", "/ctrlProps/", "oleObject", "attachedToolbars"];

    public static async Task<Result<AttachmentType>> SniffAsync(Stream content, CancellationToken cancellation)
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
            if (archive.Entries.Count > MostParts)
                return AttachmentRefusal.ArchiveIsTooLarge;
            if (archive.Entries.Any(part => Programs.Any(program => $"/{part.FullName}".Contains(program, StringComparison.OrdinalIgnoreCase))))
                return AttachmentRefusal.AttachmentHasMacros;
            return await IsTooLargeAsync(archive, cancellation) ? AttachmentRefusal.ArchiveIsTooLarge : await TypeAsync(archive, cancellation);
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            return AttachmentRefusal.AttachmentIsDamaged;
        }
    }

    private static async Task<bool> IsTooLargeAsync(ZipArchive archive, CancellationToken cancellation)
    {
        var (total, buffer) = (0L, new byte[1 << 16]);
        foreach (var part in archive.Entries)
        {
            await using var unpacked = await part.OpenAsync(cancellation);
            for (int read; (read = await unpacked.ReadAsync(buffer, cancellation)) > 0;)
                if ((total += read) > MostBytes)
                    return true;
        }
        return false;
    }

    private static async Task<Result<AttachmentType>> TypeAsync(ZipArchive archive, CancellationToken cancellation)
    {
        if (archive.GetEntry(Types) is not { Length: <= MostBytesOfTypes } part)
            return AttachmentRefusal.TypeIsNotAllowed;
        await using var unpacked = await part.OpenAsync(cancellation);
        using var reader = XmlReader.Create(unpacked, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, Async = true, MaxCharactersInDocument = MostBytesOfTypes });
        var types = new List<string>();
        while (await reader.ReadAsync())
            if (reader.NodeType is XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
                types.Add(type);
        return types.Any(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                ? AttachmentRefusal.AttachmentHasMacros
            : types.Contains($"{Office}wordprocessingml.document.main+xml") && archive.GetEntry("word/document.xml") is not null ? AttachmentType.Docx
            : types.Contains($"{Office}spreadsheetml.sheet.main+xml") && archive.GetEntry("xl/workbook.xml") is not null ? AttachmentType.Xlsx
            : AttachmentRefusal.TypeIsNotAllowed;
    }
}
