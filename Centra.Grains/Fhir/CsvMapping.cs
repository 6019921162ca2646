using System.Collections.Immutable;
using System.Text.Json;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// How the rows of CSV files become resources. A mapping is a JSON document: for each file a template, which is the resource to write,
/// where an object with $column stands for the row's value in that column. A row then goes the way of every other line.
/// </summary>
/// <example>
/// {"files":[{"file":"conditions","template":{"resourceType":"Condition","id":{"$column":"id"},
/// "subject":{"reference":{"$column":"patient_id","$prefix":"Patient/"}},
/// "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":{"$column":"icd10"}}]},
/// "onsetDateTime":{"$column":"onset","$date":["MM/dd/yyyy","yyyy-MM-dd"],"$optional":true}}}]}
/// Further options: $map with $else, $type (text, number, boolean), $split; $column may list several names, the first found counts.
/// </example>
public sealed class CsvMapping
{
    private readonly ImmutableArray<CsvFile> files;

    private CsvMapping(ImmutableArray<CsvFile> files) => this.files = files;

    /// <summary>Reads a mapping document.</summary>
    public static Result<CsvMapping> Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return FromRoot(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A string that is no text (half a surrogate pair, bytes that are no UTF-8) is noticed only where it is read.
            return CsvMappingRefusal.MappingIsNotJson;
        }
    }

    /// <summary>The entry for a file: the longest that the file's name begins with, or the one without a name.</summary>
    /// <param name="fileName">With or without folder and extension.</param>
    public CsvFile? For(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return files.Where(file => stem.StartsWith(file.Name, StringComparison.OrdinalIgnoreCase)).MaxBy(file => file.Name.Length);
    }

    private static Result<CsvMapping> FromRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("files", out var list)
            || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return CsvMappingRefusal.MappingHasNoFiles;
        var files = ImmutableArray.CreateBuilder<CsvFile>();
        foreach (var entry in list.EnumerateArray())
        {
            var file = CsvFile.Parse(entry);
            if (file.IsRefused)
                return file.Refusal;
            files.Add(file.Value);
        }

        return new CsvMapping(files.ToImmutable());
    }
}
