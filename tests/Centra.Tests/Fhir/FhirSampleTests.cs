using System.Text.Json;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class FhirSampleTests
{
    [Fact]
    public void Read_WholeSample_GivesAResourceForEveryLine()
    {
        var read = Sample.All().Select(line => FhirLine.Read(line)).ToList();

        read.Count.ShouldBe(7101);
        read.ShouldAllBe(line => line.Code == LineCode.None);
        read.CountBy(line => line.Resource!.Kind).OrderBy(kind => kind.Key).ShouldBe(
            [new(FhirKind.Patient, 13), new(FhirKind.Clinical, 6958), new(FhirKind.Reference, 130)]);
    }

    [Fact]
    public void Read_WholeSample_AgreesWithATreeReader()
    {
        var patients = Sample.All().Select(line => FhirLine.Read(line).Resource!).Where(resource => resource.Kind == FhirKind.Patient)
            .Select(resource => resource.Id).ToHashSet();
        foreach (var line in Sample.All())
        {
            using var tree = JsonDocument.Parse(line);
            var resource = FhirLine.Read(line).Resource!;
            resource.Id.ShouldBe(tree.RootElement.GetProperty("id").GetString());
            resource.SubjectId.ShouldBe(SubjectOf(tree.RootElement));
            if (resource.SubjectId is { } subject)
                patients.ShouldContain(subject);
        }
    }

    [Fact]
    public void Read_FirstPatient_KnowsThem()
    {
        var line = Sample.All().First(bytes => bytes.AsSpan().StartsWith("{\"resourceType\":\"Patient\""u8));

        var person = FhirLine.Read(line).Resource!.Demographics!;

        person.Given.ShouldBe(["Sumiko254", "Larue605"]);
        (person.Family, person.BirthDate, person.Gender).ShouldBe(("Medhurst46", "1927-05-21", "female"));
        person.FormerFamily.ShouldBe(["Cummerata161"]);
        (person.NationalId, person.PostalCode, person.AddressLine).ShouldBe(("999-94-5397", "66801", "633 Abernathy Landing"));
        person.Phone.ShouldBe("555-810-7203");
        person.PatientIds.ShouldBe(["129c6ac7-8d06-89de-ad63-0204a93e76c3"]);
    }

    private static string? SubjectOf(JsonElement resource)
    {
        if (resource.GetProperty("resourceType").ValueEquals("Patient"))
            return resource.GetProperty("id").GetString();
        foreach (var element in (string[])["subject", "patient"])
            if (resource.TryGetProperty(element, out var subject))
                return subject.GetProperty("reference").GetString()!["Patient/".Length..];
        return null;
    }
}
