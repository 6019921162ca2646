using System.IO.Compression;
using System.Text;
using Centra.Agreements;
using Centra.Attachments;

namespace Centra.Proof.Fuzz;

/// <summary>What applicants attach.</summary>
internal static class AttachmentTargets
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. new byte[17], 0, 0, 0, 12, .. "tEXt"u8, .. "Quillfeather"u8, .. new byte[4], 0, 0, 0, 0, .. "IEND"u8, .. new byte[4]];

    public static IEnumerable<FuzzTarget> All { get; } =
    [
        new("document", [FuzzTarget.Bytes("%PDF-1.7\n1 0 obj<</Type/Catalog/Author(Zyxandra Quillfeather)>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"), Png, [0xFF, 0xD8, 0xFF, 0xE0, .. "Quillfeather"u8, .. new byte[20], 0xFF, 0xD9]], SniffAsync),
        new("table", FuzzTarget.Texts("site,patients\r\nQuillfeather,3\r\nsouth,\"4\"\r\n", "a;b\n1;2\n"), SniffAsync),
        new("office document", [Package("wordprocessingml.document", "word/document.xml"), Package("spreadsheetml.sheet", "xl/workbook.xml")], SniffAsync)
        {
            Words = [.. FuzzTarget.Texts("PK\u0005\u0006", "PK\u0001\u0002", "PK\u0003\u0004", "PK\u0006\u0006", "vbaProject")],
            Weight = 8,
        },
        new("words of a request", FuzzTarget.Texts("Wobblestone registry", "Étude de Zyxandra"), input => Task.FromResult($"{Storage.SearchWords.Of(Encoding.UTF8.GetString(input)).Length % 3} {PlainWords.Line(Encoding.Unicode.GetString(input)).Length}")),
        new("file name", FuzzTarget.Texts("../Quillfeather.pdf", "a\\b\\c.docx", "x\u202egpj.exe"), input => Task.FromResult(SafeNames.Of(Encoding.Unicode.GetString(input), AttachmentType.Pdf).Length > 4 ? $"named-{input.Length % 2}" : "short")),
    ];

    private static async Task<string> SniffAsync(byte[] input)
    {
        using var stream = new MemoryStream(input);
        var answer = await Sniffing.SniffAsync(stream);
        return answer.IsRefused ? $"{answer.Refusal.Code} {answer.Refusal.Detail}" : answer.Value.ToString();
    }

    private static byte[] Package(string type, string part)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"<?xml version=\"1.0\"?><Types><Override PartName=\"/{part}\" ContentType=\"{Office}{type}.main+xml\"/></Types>");
            Add(archive, part, "<document>Zyxandra Quillfeather</document>");
        }
        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(FuzzTarget.Bytes(content));
    }
}
