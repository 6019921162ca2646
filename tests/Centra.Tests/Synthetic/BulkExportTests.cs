using System.Security.Cryptography;
using Centra.Fhir;
using Centra.Ingest;
using Centra.Synthetic;
using Centra.Tests.DeIdentification;

namespace Centra.Tests.Synthetic;

public sealed class BulkExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("centra-bulk").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_People_AreReadableLinesOfTheirOwn()
    {
        var summary = BulkExport.Write(People(20), 7, folder);

        var resources = Read(folder);
        summary.ShouldBe(new BulkSummary(20, 800, 36, Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length)));
        resources.Count.ShouldBe(856);
        resources.Select(resource => (resource.ResourceType, resource.Id)).Distinct().Count().ShouldBe(856);
        foreach (var person in People(20))
            resources.Count(resource => resource.SubjectId == BulkExport.PatientId(person, 7)).ShouldBe(41);
        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(
        [
            "AllergyIntolerance.000.ndjson", "Condition.000.ndjson", "DocumentReference.000.ndjson", "Encounter.000.ndjson",
            "Immunization.000.ndjson", "Location.000.ndjson", "MedicationRequest.000.ndjson", "Observation.000.ndjson",
            "Organization.000.ndjson", "Patient.000.ndjson", "Practitioner.000.ndjson", "Procedure.000.ndjson",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Write_Patient_SaysWhoThePersonIs()
    {
        BulkExport.Write(People(1), 7, folder, new BulkOptions(ClinicalPerPatient: 0));

        var person = Read(folder).Single(resource => resource.Kind == FhirKind.Patient).Demographics!;

        person.Given.ShouldBe(["Ana", "Maria"]);
        person.FormerFamily.ShouldBe(["Reis"]);
        (person.Family, person.BirthDate).ShouldBe(("O'Neill-Sílva", "1961-04-02"));
        (person.Gender, person.NationalId).ShouldBe(("female", "999-94-5397"));
        (person.PostalCode, person.AddressLine, person.Phone).ShouldBe(("66801", "1 Elm Street", "6205550100"));
    }

    [Theory]
    [InlineData(1500)]
    [InlineData(4000)]
    [InlineData(0)]
    public void Write_ClinicalResources_HaveTheAskedSize(int bytes)
    {
        BulkExport.Write(People(5), 7, folder, new BulkOptions(40, bytes));

        var sizes = Read(folder).Where(resource => resource.Kind == FhirKind.Clinical).Select(resource => resource.Bytes.Length).ToList();

        sizes.Average().ShouldBeInRange(bytes == 0 ? 300 : bytes - 20, bytes == 0 ? 900 : bytes + 40);
    }

    [Fact]
    public void Write_SameSeed_GivesTheSameBytesWhoeverElseIsThere()
    {
        var other = Path.Combine(folder, "other");
        BulkExport.Write(People(5), 7, folder);
        BulkExport.Write(People(5), 7, other);
        Directory.GetFiles(folder).Select(Hash).ShouldBe(Directory.GetFiles(other).Select(Hash));

        BulkExport.Write(People(5).Skip(4), 7, other);
        Patients(folder).Last().ShouldBe(Patients(other).Single());
        BulkExport.Write(People(5), 8, other);
        Hash(Path.Combine(folder, "Patient.000.ndjson")).ShouldNotBe(Hash(Path.Combine(other, "Patient.000.ndjson")));
    }

    [Fact]
    public void Write_Codes_AreOfTheirSystems()
    {
        BulkExport.Write(People(40), 7, folder);
        var copies = Copies.OfAll(Read(folder).Select(resource => resource.Bytes.ToArray())).Where(pair => pair.Copy.IsCopied).ToList();

        foreach (var (original, copy) in copies.Where(pair => pair.Original.Kind == FhirKind.Clinical))
            Codings(copy.Json).ShouldBe(Codings(original.Bytes));
        copies.Count.ShouldBeGreaterThan(1500);
    }

    [Fact]
    public void Write_AnyNumber_PlansExactlySoMany()
    {
        foreach (var number in (int[])[1, 2, 3, 7, 100])
            BulkExport.Write(People(3), 7, folder, new BulkOptions(number, 0)).Clinical.ShouldBe(3 * number);
    }

    [Fact(Explicit = true)]
    public void Write_AMillionResources_InConstantMemory()
    {
        BulkExport.Write(People(24_390), 7, folder).Clinical.ShouldBe(975_600);

        GC.GetTotalMemory(forceFullCollection: true).ShouldBeLessThan(100L * 1024 * 1024);
    }

    private static int Codings(ReadOnlyMemory<byte> json) =>
        Copies.Text(json).Split("\"code\":\"").Length - Copies.Text(json).Split("ofmeasure.org").Length;

    private static List<FhirResource> Read(string folder) =>
    [
        .. from file in Directory.GetFiles(folder, "*.ndjson")
           from line in File.ReadLines(file)
           let read = Fhir.Sample.Read(line)
           select read.Code == LineCode.None ? read.Resource : throw new ShouldAssertException($"{Path.GetFileName(file)}: {read.Code}"),
    ];

    private static IEnumerable<string> Patients(string folder) => File.ReadLines(Path.Combine(folder, "Patient.000.ndjson"));

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    private static IEnumerable<Person> People(int number) =>
        from i in Enumerable.Range(0, number)
        let birth = new DateOnly(1961, 4, 2).AddYears((i * 7 % 50) - (i == 0 ? 0 : 30)).AddDays(i)
        select new Person(
            i, ["Ana", "Maria"], "O'Neill-Sílva", i % 2 == 0 ? "Reis" : null, birth, i % 2 == 0, i % 3 == 0 ? "999945397" : null,
            "1 Elm Street", "Emporia", "KS", "66801", i % 2 == 0 ? "6205550100" : null);
}
