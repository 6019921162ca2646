using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Centra.Agreements;
using static Centra.Tests.Agreements.SampleAgreements;

namespace Centra.Tests.Agreements;

public class AgreementPagesTests
{
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData("text"u8));

    [Fact]
    public void SameDocument_Printed_IsTheSameBytes() => AgreementPages.Write(Document(), Hash).ShouldBe(AgreementPages.Write(Document(), Hash));

    [Fact]
    public void EveryPage_NamesItsNumberTheVersionAndTheHash()
    {
        var pages = TextOf(AgreementPages.Write(Document(Long()), Hash));
        pages.Count.ShouldBeGreaterThan(3);
        for (var page = 0; page < pages.Count; page++)
        {
            pages[page].ShouldContain($"version 1, issued 2027-03-01   |   Page {page + 1} of {pages.Count}");
            pages[page].ShouldContain(Hash);
        }
    }

    [Fact]
    public void Everything_IsOnThePages()
    {
        var printed = string.Join(' ', TextOf(AgreementPages.Write(Document(), Hash)).Select(page => page[..page.IndexOf("Request request-7, version 1, issued 2027-03-01   |", StringComparison.Ordinal)].Trim()));
        foreach (var clause in Document().Clauses.Where(clause => clause.Text != AgreementExhibits.Blank))
            printed.ShouldContain(AgreementPlainText.LineOf(clause));
    }

    [Fact]
    public void Names_ThatTheFontCannotShow_StayTellableApart()
    {
        var content = Content with { Team = [new AgreementPerson("Łukasz Müller-Öztürk", "Ανάλυση", "Москва"), new AgreementPerson("中山", "", ""), new AgreementPerson("محمد", "", "")] };
        var printed = string.Join(' ', TextOf(AgreementPages.Write(Document(content), Hash)));
        printed.ShouldContain("Łukasz Müller-Öztürk: Ανάλυση, Москва");
        printed.ShouldContain("[U+4E2D][U+5C71]");
        printed.ShouldContain("[U+0645][U+062D][U+0645][U+062F]");
    }

    [Fact]
    public void WordWiderThanThePage_IsCut() =>
        TextOf(AgreementPages.Write(Document(Content with { Conditions = [new string('w', 400)] }), Hash)).Sum(page => page.Count(letter => letter == 'w')).ShouldBeGreaterThan(400);

    [Fact]
    public void CrossReferences_PointAtTheirObjects()
    {
        var file = Encoding.Latin1.GetString(AgreementPages.Write(Document(), Hash));
        var table = int.Parse(file[(file.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], CultureInfo.InvariantCulture);
        var lines = file[table..].Split('\n');
        lines[0].ShouldBe("xref");
        var count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var number = 1; number < count; number++)
            file[int.Parse(lines[2 + number][..10], CultureInfo.InvariantCulture)..].ShouldStartWith($"{number} 0 obj\n");
    }

    [Fact]
    public void SamplePages_AreKeptForLookingAt()
    {
        var bytes = AgreementPages.Write(Document(Long()), Hash);
        bytes.Length.ShouldBeLessThan(400_000);
        if (Environment.GetEnvironmentVariable("CENTRA_PAGES") is { Length: > 0 } path)
            File.WriteAllBytes(path, bytes);
    }

    private static AgreementContent Long() => Content with
    {
        Datasets = [Content.Datasets[0] with { Variables = [.. Enumerable.Range(1, 400).Select(n => $"variable_{n}")] }],
        Conditions = [.. Enumerable.Range(1, 40).Select(n => $"Condition {n}: results are shown to the society thirty days before they are published, and the society may answer within that time.")],
        Team = [new AgreementPerson("Łukasz Müller-Öztürk", "Analyst", "Universität Zürich"), new AgreementPerson("中山 太郎", "Analyst", "東京")],
    };

    private static List<string> TextOf(byte[] pdf) => PdfText.PagesOf(pdf);
}
