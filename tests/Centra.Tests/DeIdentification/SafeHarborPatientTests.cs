using Centra.DeIdentification;
using Centra.Tests.Fhir;

namespace Centra.Tests.DeIdentification;

public class SafeHarborPatientTests
{
    [Fact]
    public void Copy_WholePatient_KeepsWhatSafeHarborAllows() =>
        Copies.Of(Sample.Patient("""
            "identifier":[{"system":"http://hl7.org/fhir/sid/us-ssn","value":"999-94-5397"}],"name":[{"family":"Silva","given":["Ana"]}],
            "telecom":[{"system":"phone","value":"555-0100"}],"gender":"female","birthDate":"1961-04-02","deceasedDateTime":"2019-05-09T20:35:22-04:00",
            "address":[{"line":["1 Elm Street"],"city":"Emporia","state":"KS","postalCode":"66801-1234","country":"US"}],
            "maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M","display":"Married"}],"text":"Married"},
            "multipleBirthInteger":2,"contact":[{"name":{"family":"Costa"}}],
            "extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"ombCategory","valueCoding":
            {"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3","display":"Ana Silva"}},{"url":"text","valueString":"Ana Silva"}]},
            {"url":"http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName","valueString":"Pereira"}]
            """)).ShouldBe(
            """
            {"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1961","deceasedDateTime":"2019","address":[{"state":"KS","postalCode":"668"}],"maritalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-MaritalStatus","code":"M"}]},"extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"ombCategory","valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3","display":"White"}},{"url":"text","valueString":"White"}]}]}
            """.Trim());

    [Theory]
    [InlineData("1936-12-31", 2025, "\"birthDate\":\"1936\"")]
    [InlineData("1935-12-31", 2025, "\"valueString\":\"90+\"")]
    [InlineData("1900", 2025, "\"valueString\":\"90+\"")]
    [InlineData("1936", 2026, "\"valueString\":\"90+\"")]
    public void Copy_BirthDate_IsAYearTo89AndThen90Plus(string birth, int year, string expected)
    {
        var copy = Copies.Of(Sample.Patient("\"birthDate\":\"" + birth + "\""), year);

        copy.ShouldContain(expected);
        copy.Contains(birth[..4], StringComparison.Ordinal).ShouldBe(!expected.Contains("90+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("66801", "668")]
    [InlineData("668391105", "668")]
    [InlineData("03601", "000")]
    [InlineData("82101", "000")]
    [InlineData("20301", "000")]
    [InlineData("09012", "000")]
    [InlineData("99950", "999")]
    public void Copy_PostalCode_KeepsThreeDigitsOfPopulousAreas(string postalCode, string expected) =>
        Copies.Of(Sample.Patient("\"address\":[{\"postalCode\":\"" + postalCode + "\"}]"))
            .ShouldContain($"[{{\"postalCode\":\"{expected}\"}}]");

    [Theory]
    [InlineData("\"postalCode\":\"K1A 0B1\"")]
    [InlineData("\"postalCode\":\"66801x\"")]
    [InlineData("\"postalCode\":\"6680\"")]
    [InlineData("\"postalCode\":\"10115\",\"country\":\"DE\"")]
    [InlineData("\"state\":\"Kansas\"")]
    [InlineData("\"state\":\"ks\"")]
    public void Copy_AddressThatIsNotOfTheList_IsLeftOut(string address) =>
        Copies.Of(Sample.Patient("\"address\":[{" + address + "}]")).ShouldBe("""{"resourceType":"Patient","id":"p1"}""");

    [Fact]
    public void Zip3_EveryPrefix_CutsTheListedAreas()
    {
        var kept = Enumerable.Range(0, 1000).Count(prefix => SafeZip3.Of(System.Text.Encoding.ASCII.GetBytes($"{prefix:D3}00")) == prefix);

        // 894 areas in the census of 2020, less 18 small ones and five that were small in 2000; and 000, which stays 000.
        kept.ShouldBe(894 - 18 - 5 + 1);
    }

    [Fact]
    public void Age_PatientWhoBecomesNinety_GetsTheMarkOnce()
    {
        var patient = Sample.Resource(Sample.Patient("\"birthDate\":\"1936-01-01\",\"gender\":\"male\""));
        var copy = SafeHarbor.Copy(patient, Copies.Context).Json;

        SafeHarbor.Age(copy, 2025).ShouldBeNull();
        var aged = SafeHarbor.Age(copy, 2026);
        Copies.Text(aged!.Value).ShouldBe(
            """{"resourceType":"Patient","id":"p1","_birthDate":{"extension":[{"url":"urn:centra:birth-year","valueString":"90+"}]},"gender":"male"}""");
        SafeHarbor.Age(aged.Value, 2040).ShouldBeNull();
    }

    [Fact]
    public void Copy_PseudonymThatIsNoId_IsABugThatSaysNothing() =>
        Should.Throw<ArgumentException>(() =>
            SafeHarbor.Copy(Sample.Resource(Sample.Patient("")), Copies.Context with { Pseudonym = "Ana Silva\"" })).Message.ShouldNotContain("Ana");
}
