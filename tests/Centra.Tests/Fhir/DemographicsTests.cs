using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class DemographicsTests
{
    [Fact]
    public void Read_NamesOfEveryUse_SortsPresentFromFormer()
    {
        var person = Sample.Demographics("""
            "name":[{"use":"maiden","family":"Reis","given":["Ana","Rita"]},{"family":"Silva-Costa","given":["Anita"]},
            {"use":"official","family":"Silva","given":["Ana","Maria"]},{"use":"anonymous","family":"Doe","given":["Jane"]}],
            "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"Pereira"}]
            """);

        person.Given.ShouldBe(["Ana", "Maria", "Anita", "Rita"]);
        person.Family.ShouldBe("Silva");
        person.FormerFamily.ShouldBe(["Silva-Costa", "Reis"]);
    }

    [Theory]
    [InlineData("Silva, Ana Maria")]
    [InlineData("Ana  Maria Silva")]
    public void Read_NameWithTextOnly_IsTakenApart(string text)
    {
        var person = Sample.Demographics("\"name\":[{\"text\":\"" + text + "\"}]");

        person.Family.ShouldBe("Silva");
        person.Given.ShouldBe(["Ana", "Maria"]);
    }

    [Fact]
    public void Read_Identifiers_TakesNationalIdAndOwnNumbersOnly()
    {
        var person = Sample.Demographics("""
            "identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","use":"old","value":"111-11-1111"},
            {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"SS"}]},"value":"999-94-5397"},
            {"type":{"coding":[{"code":"DL"}]},"value":"S999"},{"type":{"coding":[{"code":"PPN"}]},"value":"X5"},
            {"type":{"coding":[{"code":"MR"}]},"value":"m7"},{"system":"urn:x","value":"u8"},{"type":{"coding":[{"code":"AN"}]},"value":"a9"}]
            """);

        person.NationalId.ShouldBe("999-94-5397");
        person.PatientIds.ShouldBe(["1", "m7", "u8"]);
    }

    [Fact]
    public void Read_Contacts_PrefersHomeAndLatest()
    {
        var person = Sample.Demographics("""
            "address":[{"use":"work","line":["9 Office Park"],"postalCode":"11111"},
            {"use":"home","line":["1 Old Road"],"postalCode":"22222","period":{"start":"1990","end":"2001"}},
            {"use":"home","line":["2 Elm Street","Apt 5"],"postalCode":"33333","period":{"start":"2001"}},
            {"use":"home","line":["3 Oak Street"],"postalCode":"44444","period":{"start":"2015"}}],
            "telecom":[{"system":"email","value":"a@b"},{"system":"phone","use":"work","value":"1"},{"system":"phone","use":"mobile","value":"2"}]
            """);

        (person.AddressLine, person.PostalCode, person.Phone).ShouldBe(("3 Oak Street", "44444", "2"));
    }

    [Theory]
    [InlineData("1961", LineCode.None)]
    [InlineData("1961-04", LineCode.None)]
    [InlineData("1961-04-02", LineCode.None)]
    [InlineData("2000-02-29", LineCode.None)]
    [InlineData("2001-02-31", LineCode.BadDate)]
    [InlineData("1961-4-2", LineCode.BadDate)]
    [InlineData("04/02/1961", LineCode.BadDate)]
    [InlineData("", LineCode.BadDate)]
    public void Read_BirthDate_MustBeADate(string date, LineCode expected) =>
        Sample.CodeOf(Sample.Patient("\"birthDate\":\"" + date + "\"")).ShouldBe(expected);

    [Theory]
    [InlineData("\"name\":\"Ana Silva\"")]
    [InlineData("\"name\":[{\"family\":[\"Silva\"]}]")]
    [InlineData("\"name\":[{\"given\":\"Ana\"}]")]
    [InlineData("\"name\":{\"family\":\"Silva\"}")]
    [InlineData("\"birthDate\":19610402")]
    [InlineData("\"address\":[{\"postalCode\":2139}]")]
    [InlineData("\"identifier\":[{\"value\":5}]")]
    public void Read_ElementOfTheWrongShape_IsBadValue(string members) =>
        Sample.CodeOf(Sample.Patient(members)).ShouldBe(LineCode.BadValue);

    [Fact]
    public void Read_Relatives_AreNotThePatient()
    {
        var person = Sample.Demographics("""
            "contact":[{"name":{"family":"Costa","given":["Rui"]},"telecom":[{"system":"phone","value":"5"}]}]
            """);

        (person.Family, person.Given.Length, person.Phone).ShouldBe((null, 0, null));
    }
}
