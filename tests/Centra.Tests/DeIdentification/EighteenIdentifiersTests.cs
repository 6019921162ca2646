using System.Text;
using Centra.Tests.Fhir;

namespace Centra.Tests.DeIdentification;

public class EighteenIdentifiersTests
{
    [Fact]
    public void Scan_CopiesOfTheWholeSample_FindsNone()
    {
        var copies = Copies.OfAll(Sample.All());
        var copied = copies.Where(pair => pair.Copy.IsCopied).ToList();
        var scanner = new EighteenIdentifiers(
            Sample.All().Select(line => (ReadOnlyMemory<byte>)line), IdsOf(copied.Select(pair => pair.Copy.Json)), Copies.Year);

        scanner.Scan(copied.Select(pair => pair.Copy.Json)).ShouldBeEmpty();

        // All but documents, organizations, locations and practitioners.
        copied.Count.ShouldBe(7101 - 1215 - 43 - 44 - 43);
        copied.ShouldAllBe(pair => pair.Copy.Json.Length > 100);
    }

    [Theory]
    [InlineData(IdentifierKind.Name, "\"name\":[{\"family\":\"Silva\"}]", "Silva")]
    [InlineData(IdentifierKind.Name, "\"subject\":{\"reference\":\"Patient/1\",\"display\":\"Ana Silva\"}", "Ana Silva")]
    [InlineData(IdentifierKind.Geography, "\"address\":[{\"city\":\"Emporia\"}]", "Emporia")]
    [InlineData(IdentifierKind.Date, "\"x\":0", "1961-04-02")]
    [InlineData(IdentifierKind.Date, "\"x\":0", "1901")]
    [InlineData(IdentifierKind.Telephone, "\"telecom\":[{\"system\":\"phone\",\"value\":\"6203642117\"}]", "6203642117")]
    [InlineData(IdentifierKind.Fax, "\"telecom\":[{\"system\":\"fax\",\"value\":\"6203642118\"}]", "6203642118")]
    [InlineData(IdentifierKind.Email, "\"x\":0", "ana@example.org")]
    [InlineData(IdentifierKind.SocialSecurity, "\"x\":0", "999-94-5397")]
    [InlineData(IdentifierKind.MedicalRecord, "\"identifier\":[{\"type\":{\"coding\":[{\"code\":\"MR\"}]},\"value\":\"m77\"}]", "m77")]
    [InlineData(IdentifierKind.HealthPlan, "\"identifier\":[{\"type\":{\"coding\":[{\"code\":\"MB\"}]},\"value\":\"h77\"}]", "h77")]
    [InlineData(IdentifierKind.Account, "\"identifier\":[{\"type\":{\"coding\":[{\"code\":\"AN\"}]},\"value\":\"a77\"}]", "a77")]
    [InlineData(IdentifierKind.Licence, "\"identifier\":[{\"type\":{\"coding\":[{\"code\":\"DL\"}]},\"value\":\"S9994\"}]", "S9994")]
    [InlineData(IdentifierKind.Vehicle, "\"identifier\":[{\"type\":{\"coding\":[{\"code\":\"VIN\"}]},\"value\":\"1FTSW21\"}]", "1FTSW21")]
    [InlineData(IdentifierKind.Device, "\"serialNumber\":\"SN4711\"", "SN4711")]
    [InlineData(IdentifierKind.Url, "\"x\":0", "https://ana.example.org/")]
    [InlineData(IdentifierKind.IpAddress, "\"x\":0", "192.168.17.4")]
    [InlineData(IdentifierKind.Biometric, "\"a\":{\"contentType\":\"audio/ogg\",\"data\":\"T2dnUw\"}", "T2dnUw")]
    [InlineData(IdentifierKind.Photograph, "\"photo\":[{\"contentType\":\"image/png\",\"data\":\"iVBORw\"}]", "iVBORw")]
    [InlineData(IdentifierKind.OtherUnique, "\"x\":0", "129c6ac7-8d06-89de-ad63-0204a93e76c3")]
    [InlineData(IdentifierKind.OtherUnique, "\"subject\":{\"reference\":\"Patient/original-7\"}", "original-7")]
    public void Scan_PlantedIdentifier_IsFoundByItsKind(IdentifierKind kind, string original, string planted)
    {
        var copy = Encoding.UTF8.GetBytes($$"""{"resourceType":"Condition","id":"x1","stage":[{"summary":"{{planted}}"}]}""");
        var scanner = new EighteenIdentifiers([Encoding.UTF8.GetBytes("{" + original + "}")], new HashSet<string> { "x1" }, Copies.Year);

        scanner.Scan([copy]).Select(finding => finding.Kind).ShouldContain(kind);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","id":"x1","address":[{"postalCode":"66801"}]}""", IdentifierKind.Geography)]
    [InlineData("""{"resourceType":"Condition","id":"original","onsetDateTime":"2001"}""", null)]
    [InlineData("""{"resourceType":"Observation","id":"x1","valueInteger":6203642117}""", IdentifierKind.OtherUnique)]
    public void Scan_CopyOfAnotherShape_IsJudged(string copy, IdentifierKind? kind)
    {
        var scanner = new EighteenIdentifiers(["""{"id":"original"}"""u8.ToArray()], new HashSet<string> { "x1" }, Copies.Year);

        scanner.Scan([Encoding.UTF8.GetBytes(copy)]).Select(finding => finding.Kind).ShouldContain(kind ?? IdentifierKind.OtherUnique);
    }

    private static HashSet<string> IdsOf(IEnumerable<ReadOnlyMemory<byte>> copies) =>
        [.. copies.Select(copy => Sample.Resource(Copies.Text(copy)).Id)];
}
