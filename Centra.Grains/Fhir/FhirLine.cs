using System.Text.Json;
using System.Text.Unicode;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>A line read as a FHIR R4 resource, or the code that says why not. Exactly one of the two.</summary>
/// <param name="Code">Why not; None if it was read.</param>
/// <param name="Resource">The resource; null if it was not read.</param>
public readonly record struct FhirLine(LineCode Code, FhirResource? Resource)
{
    /// <summary>Reads one line. Never throws for what the line says.</summary>
    /// <param name="line">UTF-8 JSON of one resource. The resource keeps this memory.</param>
    public static FhirLine Read(ReadOnlyMemory<byte> line)
    {
        var code = Scan(line.Span, out var found);
        if (code == LineCode.None)
            code = found.Verdict();
        return code == LineCode.None ? Take(line, found) : new FhirLine(code, null);
    }

    /// <summary>The form of a line: None if it can be read in exactly one way.</summary>
    internal static LineCode Scan(ReadOnlySpan<byte> line, out FhirFindings found)
    {
        found = default;
        if (line.Length > BatchLimits.LongestLine)
            return LineCode.LineTooLong;
        if (!Utf8.IsValid(line))
            return LineCode.NotUtf8;
        try
        {
            var code = Scan(line, null, out found);
            return code == LineCode.None && found.NeedsSecondReading ? Scan(line, found.Type, out found) : code;
        }
        catch (JsonException)
        {
            return LineCode.NotJson;
        }
    }

    private static LineCode Scan(ReadOnlySpan<byte> line, FhirType? type, out FhirFindings found)
    {
        var scanner = new FhirScanner(line, stackalloc byte[FhirScanner.MarksNeeded], type);
        var code = scanner.Scan();
        found = scanner.Found;
        return code;
    }

    private static FhirLine Take(ReadOnlyMemory<byte> line, in FhirFindings found) => found.Type!.Kind switch
    {
        FhirKind.Deletion => Deletions(line),
        FhirKind.Patient => Patient(line, found),
        _ => new FhirLine(LineCode.None, Describe(line, found, null)),
    };

    private static FhirLine Patient(ReadOnlyMemory<byte> line, in FhirFindings found)
    {
        var code = DemographicsReader.Read(line.Span, out var demographics);
        return code == LineCode.None ? new FhirLine(code, Describe(line, found, demographics)) : new FhirLine(code, null);
    }

    private static FhirResource Describe(ReadOnlyMemory<byte> line, in FhirFindings found, PatientDemographics? demographics) => new()
    {
        ResourceType = found.Type!.Name,
        Kind = found.Type.Kind,
        Id = found.Id!,
        SubjectId = demographics is null ? found.PatientId : found.Id,
        LastUpdated = found.LastUpdated,
        EnteredInError = found.IsEnteredInError,
        Demographics = demographics,
        Bytes = line,
    };

    private static FhirLine Deletions(ReadOnlyMemory<byte> line)
    {
        var code = DeletionReader.Read(line.Span, out var deleted);
        if (code != LineCode.None)
            return new FhirLine(code, null);
        return new FhirLine(code, new FhirResource
        {
            ResourceType = "Bundle",
            Kind = FhirKind.Deletion,
            Id = "",
            Deleted = deleted,
            Bytes = line,
        });
    }
}
