using System.Text;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class IdentityLineTests
{
    [Fact]
    public void Read_WholeIdentity_KeepsEveryMember()
    {
        var person = Read("""
            {"given":["Ana","Maria"],"family":"Silva","formerFamily":["Reis"],"birthDate":"1961-04-02","sex":"female","nationalId":"999-94-5397",
            "postalCode":"02139","addressLine":"1 Elm Street","phone":"555-0100","patientIds":["m7"],"note":"passed over"}
            """).Demographics!;

        person.Given.ShouldBe(["Ana", "Maria"]);
        person.FormerFamily.ShouldBe(["Reis"]);
        person.PatientIds.ShouldBe(["m7"]);
        (person with { Given = [], FormerFamily = [], PatientIds = [] }).ShouldBe(new PatientDemographics
        {
            Family = "Silva", BirthDate = "1961-04-02", Gender = "female", NationalId = "999-94-5397", PostalCode = "02139",
            AddressLine = "1 Elm Street", Phone = "555-0100", Given = [], FormerFamily = [], PatientIds = [],
        });
    }

    [Fact]
    public void Read_ListsAsStringsAndStringsAsLists_IsTolerated()
    {
        var person = Read("""{"given":"Ana","family":["Silva","Costa"],"formerFamily":"Reis","sex":null,"phone":" "}""").Demographics!;

        person.Given.ShouldBe(["Ana"]);
        person.Family.ShouldBe("Silva");
        person.FormerFamily.ShouldBe(["Costa", "Reis"]);
        (person.Gender, person.Phone).ShouldBe((null, null));
    }

    [Fact]
    public void Read_FhirPatient_IsAnIdentity() =>
        Read(Sample.Patient("\"name\":[{\"family\":\"Silva\"}]")).Demographics!.Family.ShouldBe("Silva");

    [Theory]
    [InlineData("""{"family":"Silva","family":"Costa"}""", LineCode.DuplicateKey)]
    [InlineData("""{"family":"Silva","birthDate":"2001-02-31"}""", LineCode.BadDate)]
    [InlineData("""{"family":5}""", LineCode.BadValue)]
    [InlineData("""{"postalCode":["02139"]}""", LineCode.BadValue)]
    [InlineData("[]", LineCode.NotAnObject)]
    [InlineData("{", LineCode.NotJson)]
    [InlineData("""{"resourceType":"Organization","id":"1"}""", LineCode.NotAPatient)]
    [InlineData("""{"resourceType":"Bundle","type":"transaction"}""", LineCode.NotAPatient)]
    [InlineData("""{"resourceType":"Patient"}""", LineCode.NoId)]
    public void Read_Line_HasCode(string line, LineCode expected) => Read(line).Code.ShouldBe(expected);

    [Fact]
    public void Read_EmptyObject_IsAnIdentityWithNothingInIt() => Read("{}").Demographics!.Given.ShouldBeEmpty();

    private static IdentityLine Read(string line) => IdentityLine.Read(Encoding.UTF8.GetBytes(line));
}
