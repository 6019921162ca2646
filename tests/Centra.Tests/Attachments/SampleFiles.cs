using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Centra.Tests.Attachments;

/// <summary>The smallest documents of each type, made here.</summary>
internal static class SampleFiles
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Png => [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", new byte[20]), .. Chunk("IEND", [])];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40], 0xFF, 0xD9];

    public static byte[] Csv => Encoding.UTF8.GetBytes("site,patients\r\nnorth,3\r\nsouth,\"4\"\r\n");

    public static byte[] Docx => Package(($"{Office}wordprocessingml.document.main+xml", "word/document.xml"));

    public static byte[] Xlsx => Package(($"{Office}spreadsheetml.sheet.main+xml", "xl/workbook.xml"));

    /// <summary>An office package with a main part and further parts.</summary>
    public static byte[] Package((string Type, string Part) main, params (string Name, byte[] Content)[] further)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Types><Override PartName=\"/{main.Part}\" ContentType=\"{main.Type}\"/></Types>"));
            Add(archive, main.Part, "<document/>"u8.ToArray());
            foreach (var (name, content) in further)
                Add(archive, name, content);
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(content);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, .. new byte[4]];
    }
}
