using System.Text;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

public class CsvMappingTests
{
    private const string Practice = """
        {"files":[
        {"file":"problems","separator":"|","template":{"resourceType":"Condition","id":{"$column":"id"},
          "subject":{"reference":{"$column":"patient","$prefix":"Patient/"}},
          "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":{"$column":["icd10","icd"]}}]},
          "onsetDateTime":{"$column":"onset","$date":["MM/dd/yyyy","MM/yyyy"],"$optional":true},
          "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status",
            "code":{"$column":"status","$map":{"C":"confirmed","P":"provisional"}}}]}}},
        {"file":"labs","template":{"resourceType":"Observation","id":{"$column":"id"},"status":"final",
          "subject":{"reference":{"$column":"patient","$prefix":"Patient/"}},
          "code":{"coding":[{"system":"http://loinc.org","code":{"$column":"loinc"}}]},
          "valueQuantity":{"value":{"$column":"value","$type":"number"},"system":"http://unitsofmeasure.org","code":{"$column":"unit"}},
          "valueBoolean":{"$column":"positive","$type":"boolean","$optional":true}}},
        {"file":"drugs","template":{"resourceType":"MedicationRequest","id":{"$column":"id"},"status":"active","intent":"order",
          "subject":{"reference":{"$column":"patient","$prefix":"Patient/"}},
          "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":{"$column":"rxcui"}}]}}},
        {"file":"visits","template":{"resourceType":"Encounter","id":{"$column":"id"},"status":"finished","class":{"code":"AMB"},
          "subject":{"reference":{"$column":"patient","$prefix":"Patient/"}},"period":{"start":{"$column":"day","$date":"yyyyMMdd"}}}},
        {"file":"surgery","template":{"resourceType":"Procedure","id":{"$column":"id"},"status":"completed",
          "subject":{"reference":{"$column":"patient","$prefix":"Patient/"}},"performedDateTime":{"$column":"day","$date":"yyyyMMdd"}}}
        ]}
        """;

    [Fact]
    public async Task Read_MappedColumns_MakeTheResource()
    {
        var line = (await Read("problems-2024.csv", "id|patient|icd10|onset|status\nc1|7|C50.911|03/2019|c\n")).Single();

        Encoding.UTF8.GetString(line.Bytes.Span).ShouldBe(
            """
            {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/7"},"code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C50.911"}]},"onsetDateTime":"2019-03","verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]}}
            """.Trim());
    }

    [Theory]
    [InlineData("labs.csv", "id,patient,loinc,value,unit\no1,7,718-7,13.5,g/dL\n", "Observation")]
    [InlineData("drugs.csv", "id,patient,rxcui\nm1,7,583214\n", "MedicationRequest")]
    [InlineData("visits.csv", "id,patient,day\ne1,7,20240229\n", "Encounter")]
    [InlineData("folder/surgery_01.csv", "id,patient,day\np1,7,20240229\n", "Procedure")]
    public async Task Read_EveryMappedType_IsReadAsFhir(string file, string text, string type)
    {
        var resource = FhirLine.Read((await Read(file, text)).Single().Bytes).Resource!;

        (resource.ResourceType, resource.SubjectId).ShouldBe((type, "7"));
    }

    [Theory]
    [InlineData("o1,7,718-7,high,g/dL,", LineCode.BadValue)]
    [InlineData("o1,7,718-7,1e5,g/dL,", LineCode.BadValue)]
    [InlineData("o1,7,718-7,-1.50,g/dL,maybe", LineCode.BadValue)]
    [InlineData("o1,7,718-7,-1.50,g/dL,yes", LineCode.None)]
    public async Task Read_ValueThatDoesNotConvert_IsBadValue(string row, LineCode expected) =>
        (await Read("labs.csv", "id,patient,loinc,value,unit,positive\n" + row + "\n")).Single().Code.ShouldBe(expected);

    [Fact]
    public async Task Read_ValueThatTheMapLacks_IsBadValue() =>
        (await Read("problems.csv", "id|patient|icd|status\nc1|7|C50|X\n")).Single().Code.ShouldBe(LineCode.BadValue);

    [Fact]
    public async Task Read_RowWithoutPatient_MakesAResourceOfNobody() =>
        FhirLine.Read((await Read("drugs.csv", "id,patient,rxcui\nm1,,583214\n")).Single().Bytes).Code.ShouldBe(LineCode.NoSubject);

    [Theory]
    [InlineData("{", CsvMappingRefusal.MappingIsNotJson)]
    [InlineData("[]", CsvMappingRefusal.MappingHasNoFiles)]
    [InlineData("""{"files":[]}""", CsvMappingRefusal.MappingHasNoFiles)]
    [InlineData("""{"files":[{"template":"x"}]}""", CsvMappingRefusal.MappingHasNoTemplate)]
    [InlineData("""{"files":[5]}""", CsvMappingRefusal.MappingHasNoTemplate)]
    [InlineData("""{"files":[{"template":{"id":"1"}}]}""", CsvMappingRefusal.MappingTakesNoColumn)]
    [InlineData("""{"files":[{"separator":"ab","template":{"id":{"$column":"a"}}}]}""", CsvMappingRefusal.MappingHasBadSeparator)]
    [InlineData("""{"files":[{"template":{"id":{"$column":5}}}]}""", CsvMappingRefusal.MappingHasBadColumn)]
    [InlineData("""{"files":[{"template":{"id":{"$column":"a","$colour":"b"}}}]}""", CsvMappingRefusal.MappingHasBadColumn)]
    [InlineData("""{"files":[{"template":{"id":{"$column":"a","$type":"colour"}}}]}""", CsvMappingRefusal.MappingHasBadColumn)]
    [InlineData("""{"files":[{"template":{"id":{"$column":"a","$map":["b"]}}}]}""", CsvMappingRefusal.MappingHasBadColumn)]
    public void Parse_BadDocument_IsRefused(string json, CsvMappingRefusal expected) =>
        CsvMapping.Parse(Encoding.UTF8.GetBytes(json)).Refusal!.Code.ShouldBe(expected.ToString());

    [Fact]
    public void For_UnknownFile_IsNone() => Mapping().For("notes.csv").ShouldBeNull();

    private static CsvMapping Mapping() => CsvMapping.Parse(Encoding.UTF8.GetBytes(Practice)).Value!;

    private static async Task<List<SourceLine>> Read(string file, string text)
    {
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var lines = new List<SourceLine>();
        await foreach (var batch in CsvLines.ReadAsync(stream, Mapping().For(file)!, cancellation: TestContext.Current.CancellationToken))
            lines.AddRange(batch);
        return lines;
    }
}
