using Centra.DeIdentification;
using Centra.Fhir;
using Centra.Tests.Fhir;

namespace Centra.Tests.DeIdentification;

public class SafeHarborClinicalTests
{
    [Fact]
    public void Copy_Condition_KeepsCodesAndYears() =>
        Copies.Of(Sample.Condition("""
            "identifier":[{"value":"x"}],"meta":{"versionId":"9"},"text":{"div":"<div>Ana</div>"},"clinicalStatus":{"coding":[
            {"system":"http:\/\/terminology.hl7.org\/CodeSystem\/condition-clinical","code":"active","display":"Ana"}],"text":"Ana"},
            "code":{"coding":[{"system":"http://snomed.info/sct","version":"http://snomed.info/sct/900000000000207008","code":"254837009",
            "display":"Ana","userSelected":true},{"system":"http://local.example/codes","code":"BC"}],"text":"Ana"},
            "encounter":{"reference":"Encounter/e9","display":"Ana"},"onsetDateTime":"1987-11-19T00:22:16-05:00","abatementString":"Ana",
            "recorder":{"reference":"Practitioner/d1","display":"Dr. Costa"},"note":[{"text":"Ana"}],
            "contained":[{"resourceType":"Observation","id":"o","code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]}}]
            """)).ShouldBe(
            """
            {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"254837009"}]},"encounter":{"reference":"Encounter/r1"},"onsetDateTime":"1987"}
            """.Trim());

    [Fact]
    public void Copy_Observation_KeepsValuesAndUnits() =>
        Copies.Of("""
            {"resourceType":"Observation","id":"o","subject":{"reference":"Patient/1"},"status":"final","valueQuantity":{"value":13.50,"comparator":"<",
            "unit":"grams","system":"http://unitsofmeasure.org","code":"g/dL"},"valueString":"Ana","component":[{"valueInteger":3,"valueString":"Ana"}],
            "device":{"reference":"Device/d"},"hasMember":[{"reference":"Observation/a"},{"reference":"QuestionnaireResponse/q"}]}
            """).ShouldBe(
            """
            {"resourceType":"Observation","id":"c1","subject":{"reference":"Patient/p1"},"status":"final","valueQuantity":{"value":13.50,"comparator":"<","system":"http://unitsofmeasure.org","code":"g/dL"},"component":[{"valueInteger":3}],"hasMember":[{"reference":"Observation/r1"}]}
            """.Trim());

    [Theory]
    [InlineData("\"value\":5")]
    [InlineData("\"value\":5,\"unit\":\"mg\"")]
    [InlineData("\"value\":-0.5e-3,\"system\":\"http://unitsofmeasure.org\",\"code\":\"10*3/uL\"")]
    public void Copy_QuantityWithAUnitOfUcum_IsKept(string quantity) =>
        Copies.Of(Sample.Condition("\"stage\":[],\"onsetAge\":{" + quantity + "}")).ShouldContain("onsetAge");

    [Theory]
    [InlineData("\"value\":5,\"unit\":\"Ana\"")]
    [InlineData("\"value\":5,\"code\":\"Silva\"")]
    [InlineData("\"value\":5,\"code\":\"{Silva}\"")]
    [InlineData("\"value\":5,\"system\":\"http://local\",\"code\":\"mg\"")]
    [InlineData("\"value\":\"5\"")]
    [InlineData("\"value\":6203642117")]
    [InlineData("\"value\":999945397,\"code\":\"mg\"")]
    [InlineData("\"value\":1.00000000000000000000000000001")]
    public void Copy_QuantityThatMayTellMore_IsLeftOut(string quantity) =>
        Copies.Of(Sample.Condition("\"onsetAge\":{" + quantity + "}")).ShouldNotContain("onsetAge");

    [Theory]
    [InlineData("\"onsetAge\":{\"value\":89,\"code\":\"a\"}", true)]
    [InlineData("\"onsetAge\":{\"value\":90,\"code\":\"a\"}", false)]
    [InlineData("\"onsetAge\":{\"value\":1100,\"code\":\"mo\"}", false)]
    [InlineData("\"onsetAge\":{\"value\":58,\"code\":\"a\"},\"recordedDate\":\"1995-03-04\"", true)]
    [InlineData("\"recordedDate\":\"1995-03-04\",\"onsetAge\":{\"value\":59,\"code\":\"a\"}", false)]
    [InlineData("\"onsetRange\":{\"low\":{\"value\":91,\"code\":\"a\"}}", false)]
    public void Copy_Age_IsKeptWhileItTellsNobodyOver89(string members, bool isKept) =>
        Copies.Of(Sample.Condition(members)).Contains("onset", StringComparison.Ordinal).ShouldBe(isKept);

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":92}")]
    [InlineData("\"valueInteger\":92")]
    [InlineData("\"component\":[{\"valueInteger\":92}]")]
    public void Copy_ValueOfAnAgeCode_NeverPassesOver89(string value)
    {
        var observation = "{\"resourceType\":\"Observation\",\"id\":\"o\",\"subject\":{\"reference\":\"Patient/1\"}," + value
            + ",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"30525-0\"}]}}";

        Copies.Of(observation).ShouldNotContain("92");
        Copies.Of(observation.Replace("92", "62", StringComparison.Ordinal)).ShouldContain("62");
    }

    [Fact]
    public void Copy_YearThatTellsAnAgeOver89_IsLeftOut()
    {
        Copies.Of(Sample.Condition("\"onsetDateTime\":\"1935-05-05\"")).ShouldNotContain("1935");
        Copies.Of(Sample.Condition("\"onsetDateTime\":\"1936-05-05\"")).ShouldContain("\"1936\"");
    }

    [Fact]
    public void Age_ClinicalCopy_LosesWhatComesToTellAnAgeOver89()
    {
        const string Members = "\"onsetAge\":{\"value\":58,\"code\":\"a\"},\"recordedDate\":\"1995-03-04\",\"encounter\":{\"reference\":\"Encounter/e\"}";
        var copy = SafeHarbor.Copy(Sample.Resource(Sample.Condition(Members)), Copies.Context).Json;

        SafeHarbor.Age(copy, 2025).ShouldBeNull();
        Copies.Text(SafeHarbor.Age(copy, 2026)!.Value).ShouldBe(
            """{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"recordedDate":"1995","encounter":{"reference":"Encounter/r1"}}""");
        Copies.Text(SafeHarbor.Age(copy, 2085)!.Value).ShouldNotContain("1995");
    }

    [Theory]
    [InlineData("DocumentReference")]
    [InlineData("RelatedPerson")]
    [InlineData("Media")]
    [InlineData("FamilyMemberHistory")]
    public void Copy_TypeThatIsNotListed_IsNoCopy(string type)
    {
        var element = type is "RelatedPerson" or "FamilyMemberHistory" ? "patient" : "subject";
        var resource = Sample.Resource($$$"""{"resourceType":"{{{type}}}","id":"x","{{{element}}}":{"reference":"Patient/1"}}""");

        SafeHarbor.Copy(resource, Copies.Context).IsCopied.ShouldBeFalse();
    }

    [Fact]
    public void Copy_EnteredInError_IsNoCopy() =>
        SafeHarbor.Copy(Sample.Resource(Sample.Condition("\"status\":\"entered-in-error\"")), Copies.Context).IsCopied.ShouldBeFalse();

    [Fact]
    public void References_OfAResource_AreThoseThatItsCopyWouldKeep()
    {
        var resource = Sample.Resource("""
            {"resourceType":"MedicationRequest","id":"m","subject":{"reference":"Patient/1"},"encounter":{"reference":"https://x.example/Encounter/e1"},
            "requester":{"reference":"Practitioner/d1"},"reasonReference":[{"reference":"Condition/c2"},{"reference":"Condition/c2"},
            {"reference":"Condition?identifier=5"}],"performer":{"reference":"Organization/o1"}}
            """);

        SafeHarbor.References(resource).ShouldBe([new ResourceKey("Encounter", "e1"), new ResourceKey("Condition", "c2")]);
        var copy = SafeHarbor.Copy(resource, Copies.Context with { Resolve = key => key.Type == "Encounter" ? "e" : null });
        copy.References.ShouldBe([new ResourceKey("Encounter", "e1")]);
        Copies.Text(copy.Json).ShouldNotContain("reasonReference");
    }
}
