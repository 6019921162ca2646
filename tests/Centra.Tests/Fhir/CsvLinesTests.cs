using System.Text;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class CsvLinesTests
{
    private const string Header =
        "patient_id,given,family,former_family,birth_date,sex,national_id,postal_code,address_line,phone,city,state\n";

    [Fact]
    public async Task Read_PatientsWithoutMapping_AreFhirPatients()
    {
        var lines = await Read(Header + "p7,Ana Maria,Silva,Reis,04/02/1961,F,999-94-5397,02139,\"1 Elm St, Apt 2\",555-0100,Boston,MA\n");

        var person = FhirLine.Read(lines.Single().Bytes).Resource!.Demographics!;

        person.Given.ShouldBe(["Ana", "Maria"]);
        person.FormerFamily.ShouldBe(["Reis"]);
        person.PatientIds.ShouldBe(["p7"]);
        (person.Family, person.BirthDate, person.Gender, person.NationalId).ShouldBe(("Silva", "1961-04-02", "female", "999-94-5397"));
        (person.PostalCode, person.AddressLine, person.Phone).ShouldBe(("02139", "1 Elm St, Apt 2", "555-0100"));
    }

    [Fact]
    public async Task Read_IdentitiesWithoutMapping_AreIdentities()
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes("First Name;Surname;Maiden-Name;DOB\nAna;Silva;Reis;19610402\n"));
        var lines = new List<SourceLine>();
        await foreach (var batch in IdentityCsv.ReadAsync(stream, cancellation: TestContext.Current.CancellationToken))
            lines.AddRange(batch);

        var person = IdentityLine.Read(lines.Single().Bytes).Demographics!;

        person.Given.ShouldBe(["Ana"]);
        person.FormerFamily.ShouldBe(["Reis"]);
        (person.Family, person.BirthDate).ShouldBe(("Silva", "1961-04-02"));
        person.PatientIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_EmptyFields_LeaveTheirElementsOut() =>
        Text((await Read("patient_id,family,phone\np1,Silva,\n")).Single())
            .ShouldBe("""{"resourceType":"Patient","id":"p1","name":[{"use":"official","family":"Silva"}]}""");

    [Fact]
    public async Task Read_BadRows_CarryTheirLineNumberAndCode()
    {
        var lines = await Read(
            "patient_id,birth_date,sex\r\np1,1961-04-02,F\r\n\r\np2,1961-02-31,F\r\np3,1961\r\np4,1961,\"F\r\np5,1961,x\r\n");

        lines.Select(line => (line.Number, line.Code)).ShouldBe(
        [
            (2, LineCode.None), (4, LineCode.BadDate), (5, LineCode.BadCsvRow), (6, LineCode.BadCsvRow), (7, LineCode.None),
        ]);
    }

    [Theory]
    [InlineData("family\nSilva\nCosta\n", LineCode.MissingColumn)]
    [InlineData("patient_id,family,FAMILY\n1,Silva,Costa\n2,a,b\n", LineCode.DuplicateColumn)]
    public async Task Read_HeaderThatDoesNotFit_RefusesEveryRow(string text, LineCode expected) =>
        (await Read(text)).Select(line => line.Code).ShouldBe([expected, expected]);

    [Fact]
    public async Task Read_BytesThatAreNoUtf8_RefuseThatRowOnly() =>
        (await Read("patient_id,family\n1,Müller\n2,Silva\n", Encoding.Latin1)).Select(line => line.Code)
            .ShouldBe([LineCode.NotUtf8, LineCode.None]);

    [Theory]
    [InlineData("")]
    [InlineData("patient_id,family\n")]
    [InlineData("\uFEFFpatient_id,family\n")]
    public async Task Read_NoRows_GivesNothing(string text) => (await Read(text)).ShouldBeEmpty();

    [Fact]
    public async Task Read_ByteOrderMark_IsNoPartOfTheFirstColumn() =>
        (await Read("\uFEFFpatient_id\n1\n")).Single().Code.ShouldBe(LineCode.None);

    [Fact]
    public async Task Read_RowWithoutEnd_IsReportedInBoundedMemory()
    {
        var lines = await Read("patient_id,family\n1,Silva\n2," + new string('x', 40_000_000) + "\n3,Costa\n");

        lines.Select(line => line.Code).ShouldBe([LineCode.None, LineCode.LineTooLong]);
    }

    [Fact]
    public async Task Read_ManyRows_ComeInBatches()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 2500).Select(i => $"p{i},,,,,,,,,,,\n"));
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var batches = new List<int>();
        await foreach (var batch in CsvLines.ReadAsync(stream, CsvDefaults.Patients, cancellation: TestContext.Current.CancellationToken))
            batches.Add(batch.Length);

        batches.ShouldBe([1000, 1000, 500]);
    }

    private static async Task<List<SourceLine>> Read(string text, Encoding? encoding = null)
    {
        await using var stream = new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text));
        var lines = new List<SourceLine>();
        await foreach (var batch in CsvLines.ReadAsync(stream, CsvDefaults.Patients, cancellation: TestContext.Current.CancellationToken))
            lines.AddRange(batch);
        return lines;
    }

    private static string Text(SourceLine line) => Encoding.UTF8.GetString(line.Bytes.Span);
}
