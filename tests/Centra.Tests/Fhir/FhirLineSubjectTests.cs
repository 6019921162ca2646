using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class FhirLineSubjectTests
{
    [Theory]
    [InlineData("Patient/1")]
    [InlineData("Patient\\/1")]
    [InlineData("Patient/1/_history/3")]
    [InlineData("https://ehr.example.org/r4/Patient/1")]
    [InlineData("https://ehr.example.org/r4/Patient/1/_history/3")]
    public void Read_LiteralReference_IsTheSubject(string reference)
    {
        var line = "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"" + reference + "\",\"type\":\"Patient\"}}";

        Sample.Resource(line).SubjectId.ShouldBe("1");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"display":"Ana Silva"}""")]
    [InlineData("""{"reference":"Patient?identifier=mrn|1"}""")]
    [InlineData("""{"reference":"https://ehr.example.org/Patient?identifier=mrn|1"}""")]
    [InlineData("""{"identifier":{"system":"mrn","value":"1"}}""")]
    [InlineData("""{"type":"Patient","identifier":{"value":"1"}}""")]
    [InlineData("""{"reference":"urn:uuid:129c6ac7-8d06-89de-ad63-0204a93e76c3"}""")]
    [InlineData("""{"reference":"#p"}""")]
    [InlineData("""{"reference":"Group/1"}""")]
    [InlineData("""{"reference":"patient/1"}""")]
    [InlineData("""{"reference":"Patient/"}""")]
    [InlineData("""{"reference":"Patient/a b"}""")]
    [InlineData("""{"reference":"Patient"}""")]
    [InlineData("""{"reference":5}""")]
    [InlineData("\"Patient/1\"")]
    public void Read_SubjectThatIsNoLiteralPatient_IsNoSubject(string subject) =>
        Sample.CodeOf("{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":" + subject + "}").ShouldBe(LineCode.NoSubject);

    [Theory]
    [InlineData("""
        "recorder":{"reference":"Patient/2"}
        """)]
    [InlineData("""
        "evidence":[{"detail":[{"reference":"https://x/Patient/2/_history/1"}]}]
        """)]
    [InlineData("""
        "asserter":{"reference":"Patient?identifier=x|2"}
        """)]
    [InlineData("""
        "asserter":{"reference":"Patient/2/Observation/3"}
        """)]
    [InlineData("""
        "asserter":{"identifier":{"value":"2"},"type":"Patient"}
        """)]
    [InlineData("""
        "asserter":{"type":"http://hl7.org/fhir/StructureDefinition/Patient","display":"x"}
        """)]
    [InlineData("""
        "asserter":{"reference":"urn:uuid:129c6ac7-8d06-89de-ad63-0204a93e76c3"}
        """)]
    [InlineData("""
        "asserter":{"reference":"#p"},"contained":[{"resourceType":"Patient","id":"p"}]
        """)]
    [InlineData("""
        "contained":[{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/2"}}]
        """)]
    [InlineData("""
        "extension":[{"url":"x","valueReference":{"reference":"Pat\u0069ent/2"}}]
        """)]
    public void Read_SecondPatientAnywhere_IsNoSubject(string more) => Sample.CodeOf(Sample.Condition(more)).ShouldBe(LineCode.NoSubject);

    [Theory]
    [InlineData("""
        "recorder":{"reference":"Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999974592","display":"Dr. Kunze"}
        """)]
    [InlineData("""
        "recorder":{"type":"Practitioner","identifier":{"value":"1"}}
        """)]
    [InlineData("""
        "recorder":{"type":"Practitioner","reference":"urn:uuid:129c6ac7-8d06-89de-ad63-0204a93e76c3"}
        """)]
    [InlineData("""
        "recorder":{"reference":"Patient/1"}
        """)]
    [InlineData("""
        "evidence":[{"detail":[{"reference":"#o"}]}],"contained":[{"resourceType":"Observation","id":"o"}]
        """)]
    public void Read_ReferenceToNoOtherPatient_IsFine(string more) => Sample.Resource(Sample.Condition(more)).SubjectId.ShouldBe("1");

    [Fact]
    public void Read_ReferencesBeforeTheType_CountAllTheSame()
    {
        const string Subject = "\"subject\":{\"reference\":\"Patient/1\"},\"id\":\"c\"";

        Sample.Resource("{" + Subject + ",\"resourceType\":\"Condition\"}").SubjectId.ShouldBe("1");
        Sample.CodeOf("{" + Subject + ",\"resourceType\":\"Organization\"}").ShouldBe(LineCode.NoSubject);
        Sample.Resource("""{"link":[{"other":{"reference":"Patient/2"}}],"id":"1","resourceType":"Patient"}""").SubjectId.ShouldBe("1");
    }

    [Theory]
    [InlineData("Immunization", "patient")]
    [InlineData("Coverage", "beneficiary")]
    [InlineData("Task", "for")]
    [InlineData("ResearchSubject", "individual")]
    [InlineData("SupplyRequest", "deliverTo")]
    [InlineData("RelatedPerson", "patient")]
    public void Read_TypeWithItsOwnElement_FindsTheSubject(string type, string element) =>
        Sample.Resource($$$"""{"resourceType":"{{{type}}}","id":"x","{{{element}}}":{"reference":"Patient/1"}}""").SubjectId.ShouldBe("1");

    [Theory]
    [InlineData("Appointment", """
        "participant":[{"actor":{"reference":"Practitioner/9"}},{"actor":{"reference":"Patient/1"}}]
        """)]
    [InlineData("Provenance", """
        "target":[{"reference":"Observation/9"},{"reference":"Patient/1"}]
        """)]
    public void Read_SubjectAmongOthers_IsFound(string type, string members) =>
        Sample.Resource($$$"""{"resourceType":"{{{type}}}","id":"x",{{{members}}}}""").SubjectId.ShouldBe("1");

    [Theory]
    [InlineData("""{"resourceType":"Immunization","id":"x","subject":{"reference":"Patient/1"}}""")]
    [InlineData("""{"resourceType":"Observation","id":"x","performer":[{"reference":"Patient/1"}]}""")]
    [InlineData("""{"resourceType":"List","id":"x","subject":{"reference":"Patient/1"},"entry":[{"item":{"reference":"Patient/2"}}]}""")]
    [InlineData("""{"resourceType":"Location","id":"x","extension":[{"url":"x","valueReference":{"reference":"Patient/1"}}]}""")]
    [InlineData("""{"resourceType":"Patient","id":"1","extension":[{"url":"mother","valueReference":{"reference":"Patient/2"}}]}""")]
    public void Read_PatientInTheWrongPlace_IsNoSubject(string line) => Sample.CodeOf(line).ShouldBe(LineCode.NoSubject);

    [Fact]
    public void Read_PatientLinkedToAnother_IsFine() =>
        Sample.Resource(Sample.Patient("\"active\":false,\"link\":[{\"other\":{\"reference\":\"Patient/2\"},\"type\":\"replaced-by\"}]"))
            .Kind.ShouldBe(FhirKind.Patient);

    [Theory]
    [InlineData("\"status\":\"entered-in-error\"", true)]
    [InlineData("\"status\":\"final\"", false)]
    [InlineData("\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]}", true)]
    [InlineData("\"clinicalStatus\":{\"coding\":[{\"code\":\"entered\\u002din-error\"}]}", true)]
    [InlineData("\"note\":[{\"text\":\"entered-in-error\"}]", false)]
    public void Read_Status_TellsEnteredInError(string more, bool expected) =>
        Sample.Resource(Sample.Condition(more)).EnteredInError.ShouldBe(expected);
}
