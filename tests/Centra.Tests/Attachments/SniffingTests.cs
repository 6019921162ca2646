using System.Text;
using Centra.Attachments;

namespace Centra.Tests.Attachments;

public class SniffingTests
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["pdf"] = SampleFiles.Pdf,
        ["docx"] = SampleFiles.Docx,
        ["xlsx"] = SampleFiles.Xlsx,
        ["csv"] = SampleFiles.Csv,
        ["csv with a mark"] = [0xEF, 0xBB, 0xBF, .. SampleFiles.Csv],
        ["png"] = SampleFiles.Png,
        ["jpeg"] = SampleFiles.Jpeg,
        ["nothing"] = [],
        ["pdf cut"] = SampleFiles.Pdf[..^8],
        ["png cut"] = SampleFiles.Png[..^5],
        ["png with more behind it"] = [.. SampleFiles.Png, .. "<script>"u8],
        ["jpeg cut"] = SampleFiles.Jpeg[..^3],
        ["jpeg with more behind it"] = [.. SampleFiles.Jpeg, .. "<script>alert()</script>"u8],
        ["docx cut"] = SampleFiles.Docx[..^40],
        ["html"] = "<!DOCTYPE html><html><body>a,b</body></html>\n<p>1,2</p>"u8.ToArray(),
        ["html with a table's commas"] = "<html>,<body>\r\na,b\r\nc,d\r\n"u8.ToArray(),
        ["svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8.ToArray(),
        ["words"] = "just a sentence\nand another\n"u8.ToArray(),
        ["program"] = [.. "MZ"u8, .. new byte[200]],
        ["csv of bytes"] = "a,b\r\n1,\0\r\n"u8.ToArray(),
        ["csv of latin"] = [.. "a,b\r\n1,"u8, 0xE9, .. "\r\n"u8],
        ["csv with a short row"] = "a,b\r\n1,2\r\n3\r\n"u8.ToArray(),
        ["zip of anything"] = SampleFiles.Package(("text/plain", "readme.txt")),
        ["docm"] = SampleFiles.Package(("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")),
        ["docx with macros"] = SampleFiles.Package(($"{Office}wordprocessingml.document.main+xml", "word/document.xml"), ("word/vbaProject.bin", [1, 2, 3])),
        ["xlsx with old macros"] = SampleFiles.Package(($"{Office}spreadsheetml.sheet.main+xml", "xl/workbook.xml"), ("xl/macrosheets/sheet1.xml", [1])),
        ["docx with a control"] = SampleFiles.Package(($"{Office}wordprocessingml.document.main+xml", "word/document.xml"), ("word/activeX/activeX1.bin", [1])),
        ["docx that lacks its text"] = SampleFiles.Package(($"{Office}wordprocessingml.document.main+xml", "other.xml")),
    };

    [Theory]
    [InlineData("pdf", AttachmentType.Pdf)]
    [InlineData("docx", AttachmentType.Docx)]
    [InlineData("xlsx", AttachmentType.Xlsx)]
    [InlineData("csv", AttachmentType.Csv)]
    [InlineData("csv with a mark", AttachmentType.Csv)]
    [InlineData("png", AttachmentType.Png)]
    [InlineData("jpeg", AttachmentType.Jpeg)]
    public async Task Document_IsKnownByItsContent(string file, AttachmentType expected) => (await SniffAsync(Files[file])).ShouldBe(expected.ToString());

    [Theory]
    [InlineData("nothing", nameof(AttachmentRefusal.AttachmentIsEmpty))]
    [InlineData("pdf cut", nameof(AttachmentRefusal.AttachmentIsDamaged))]
    [InlineData("png cut", nameof(AttachmentRefusal.AttachmentIsDamaged))]
    [InlineData("png with more behind it", nameof(AttachmentRefusal.AttachmentIsDamaged))]
    [InlineData("jpeg cut", nameof(AttachmentRefusal.AttachmentIsDamaged))]
    [InlineData("jpeg with more behind it", nameof(AttachmentRefusal.AttachmentIsDamaged))]
    [InlineData("docx cut", nameof(AttachmentRefusal.AttachmentIsDamaged))]
    [InlineData("html", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("html with a table's commas", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("svg", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("words", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("program", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("csv of bytes", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("csv of latin", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("csv with a short row", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("zip of anything", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    [InlineData("docm", nameof(AttachmentRefusal.AttachmentHasMacros))]
    [InlineData("docx with macros", nameof(AttachmentRefusal.AttachmentHasMacros))]
    [InlineData("xlsx with old macros", nameof(AttachmentRefusal.AttachmentHasMacros))]
    [InlineData("docx with a control", nameof(AttachmentRefusal.AttachmentHasMacros))]
    [InlineData("docx that lacks its text", nameof(AttachmentRefusal.TypeIsNotAllowed))]
    public async Task AnythingElse_IsRefused(string file, string expected) => (await SniffAsync(Files[file])).ShouldBe(expected);

    [Fact]
    public async Task ZipBomb_IsRefused()
    {
        var zeros = new byte[64 << 20];
        var bomb = SampleFiles.Package(($"{Office}wordprocessingml.document.main+xml", "word/document.xml"), [.. Enumerable.Range(0, 9).Select(at => ($"word/{at}.xml", zeros))]);

        bomb.Length.ShouldBeLessThan(2 << 20);
        (await SniffAsync(bomb)).ShouldBe(nameof(AttachmentRefusal.ArchiveIsTooLarge));
    }

    [Theory]
    [InlineData("protocol.pdf", AttachmentType.Pdf, "protocol.pdf")]
    [InlineData("../../etc/passwd", AttachmentType.Csv, "passwd.csv")]
    [InlineData(@"C:\papers\plan.DOCX", AttachmentType.Docx, "plan.docx")]
    [InlineData("plan.pdf.exe", AttachmentType.Pdf, "plan.pdf.exe.pdf")]
    [InlineData("picture.jpeg", AttachmentType.Jpeg, "picture.jpg")]
    [InlineData("a\u202Egpj.exe", AttachmentType.Png, "a_gpj.exe.png")]
    [InlineData("line\r\nSet-Cookie: x.pdf", AttachmentType.Pdf, "line__Set-Cookie_ x.pdf")]
    [InlineData("étude.pdf", AttachmentType.Pdf, "étude.pdf")]
    [InlineData("...", AttachmentType.Png, "document.png")]
    public void Name_IsMadeSafe(string name, AttachmentType type, string expected) => SafeNames.Of(name, type).ShouldBe(expected);

    [Fact]
    public void Name_IsNotLongerThanFileSystemsTake() => Encoding.UTF8.GetByteCount(SafeNames.Of(new string('a', 400), AttachmentType.Pdf)).ShouldBeLessThan(255);

    private static async Task<string> SniffAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        var sniffed = await Sniffing.SniffAsync(stream);
        return sniffed.Refusal?.Code ?? sniffed.Value.ToString();
    }
}
