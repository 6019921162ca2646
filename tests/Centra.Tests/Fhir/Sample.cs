using System.Text;
using Centra.Fhir;
using Centra.Ingest;

namespace Centra.Tests.Fhir;

/// <summary>The sample of thirteen patients, and short ways to write a line.</summary>
public static class Sample
{
    private static readonly Lazy<byte[][]> Lines = new(() =>
    [
        .. from file in Directory.GetFiles(SharedData.Path("fhir-bulk-10"), "*.ndjson").Order()
           from line in File.ReadLines(file)
           select Encoding.UTF8.GetBytes(line),
    ]);

    public static byte[][] All() => Lines.Value;

    public static FhirLine Read(string json) => FhirLine.Read(Encoding.UTF8.GetBytes(json));

    public static LineCode CodeOf(string json) => Read(json).Code;

    public static FhirResource Resource(string json)
    {
        var (code, resource) = Read(json);
        code.ShouldBe(LineCode.None);
        return resource!;
    }

    /// <summary>A Condition of patient 1 with one more member.</summary>
    public static string Condition(string more) =>
        $$$"""{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/1"}{{{(more.Length > 0 ? "," : "")}}}{{{more}}}}""";

    /// <summary>Patient 1 with these members.</summary>
    public static string Patient(string members) =>
        $$$"""{"resourceType":"Patient","id":"1"{{{(members.Length > 0 ? "," : "")}}}{{{members}}}}""";

    public static PatientDemographics Demographics(string members) => Resource(Patient(members)).Demographics!;
}
