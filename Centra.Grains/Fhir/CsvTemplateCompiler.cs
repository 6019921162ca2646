using System.Collections.Frozen;
using System.Text.Json;

namespace Centra.Fhir;

/// <summary>Makes a tree of nodes from a template, once for a mapping.</summary>
internal sealed class CsvTemplateCompiler
{
    private static readonly FrozenSet<string> Options =
        FrozenSet.Create("$column", "$optional", "$prefix", "$date", "$map", "$else", "$type", "$split");

    public List<CsvColumn> Columns { get; } = [];

    public bool HasBadColumn { get; private set; }

    public CsvNode Compile(JsonElement template) => template.ValueKind switch
    {
        JsonValueKind.Object when template.TryGetProperty("$column", out _) => Column(template),
        JsonValueKind.Object => new CsvObject([.. template.EnumerateObject().Select(member => (member.Name, Compile(member.Value)))]),
        JsonValueKind.Array => new CsvArray([.. template.EnumerateArray().Select(Compile)]),
        _ => new CsvConstant(template),
    };

    private CsvColumn Column(JsonElement value)
    {
        HasBadColumn |= value.EnumerateObject().Any(option => !Options.Contains(option.Name));
        var column = new CsvColumn(Columns.Count)
        {
            Names = [.. Texts(value, "$column").Select(CsvRow.NormaliseName)],
            IsOptional = value.TryGetProperty("$optional", out var optional) && optional.ValueKind == JsonValueKind.True,
            Prefix = Single(value, "$prefix") ?? "",
            Dates = Texts(value, "$date"),
            Map = Map(value),
            Else = Single(value, "$else"),
            Type = Single(value, "$type") ?? "text",
            Split = Single(value, "$split")?.ToCharArray() ?? [],
        };
        HasBadColumn |= column.Names.Length == 0 || column.Type is not ("text" or "number" or "boolean");
        Columns.Add(column);
        return column;
    }

    private string[] Texts(JsonElement value, string option)
    {
        if (!value.TryGetProperty(option, out var given))
            return [];
        var items = given.ValueKind == JsonValueKind.Array ? [.. given.EnumerateArray()] : (JsonElement[])[given];
        HasBadColumn |= items.Any(item => item.ValueKind != JsonValueKind.String);
        return [.. items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    private string? Single(JsonElement value, string option)
    {
        var texts = Texts(value, option);
        HasBadColumn |= texts.Length > 1;
        return texts.FirstOrDefault();
    }

    private FrozenDictionary<string, string>? Map(JsonElement value)
    {
        if (!value.TryGetProperty("$map", out var map))
            return null;
        if (map.ValueKind != JsonValueKind.Object || map.EnumerateObject().Any(entry => entry.Value.ValueKind != JsonValueKind.String))
        {
            HasBadColumn = true;
            return null;
        }

        return map.EnumerateObject().DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
    }
}
