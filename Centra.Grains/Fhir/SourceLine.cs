using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>One line of an input file: NDJSON as it stands, a CSV row as the JSON that its mapping makes of it.</summary>
/// <param name="Number">1-based line in an NDJSON file; 1-based record, header included, in a CSV file.</param>
/// <param name="Bytes">JSON; empty when the line could not be read.</param>
/// <param name="Code">Why it could not be read; None if it could.</param>
public readonly record struct SourceLine(long Number, ReadOnlyMemory<byte> Bytes, LineCode Code)
{
    /// <summary>The number and the code, never the content.</summary>
    public override string ToString() => $"line {Number}: {Code}, {Bytes.Length} bytes";
}
