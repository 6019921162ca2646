using System.Collections.Immutable;
using System.Text.Json;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>How the rows of one kind of CSV file become JSON.</summary>
public sealed class CsvFile
{
    private CsvFile(string name, char? separator, CsvNode template, ImmutableArray<CsvColumn> columns) =>
        (Name, Separator, Template, Columns) = (name, separator, template, columns);

    /// <summary>What the names of such files begin with; empty for any.</summary>
    public string Name { get; }

    internal char? Separator { get; }

    internal CsvNode Template { get; }

    internal ImmutableArray<CsvColumn> Columns { get; }

    internal static Result<CsvFile> Parse(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("template", out var template)
            || template.ValueKind != JsonValueKind.Object)
            return CsvMappingRefusal.MappingHasNoTemplate;
        var separator = Text(entry, "separator");
        if (separator is not (null or { Length: 1 }) || separator?[0] > 127)
            return CsvMappingRefusal.MappingHasBadSeparator;
        var compiler = new CsvTemplateCompiler();
        var root = compiler.Compile(template);
        if (compiler.HasBadColumn)
            return CsvMappingRefusal.MappingHasBadColumn;
        if (compiler.Columns.Count == 0)
            return CsvMappingRefusal.MappingTakesNoColumn;
        return new CsvFile(Text(entry, "file") ?? "", separator?[0], root, [.. compiler.Columns]);
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
