using System.Text.Json;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>A part of a row's template. What only columns would fill is left out where they are all empty.</summary>
internal abstract class CsvNode
{
    /// <summary>Whether the row has something for this part: a filled column, or nothing but constants.</summary>
    public bool IsWanted(CsvRow row) => !TakesColumns || HasValue(row);

    public abstract bool TakesColumns { get; }

    public abstract bool HasValue(CsvRow row);

    public abstract LineCode Write(Utf8JsonWriter json, CsvRow row);
}

internal sealed class CsvConstant(JsonElement value) : CsvNode
{
    private readonly JsonElement value = value.Clone();

    public override bool TakesColumns => false;

    public override bool HasValue(CsvRow row) => false;

    public override LineCode Write(Utf8JsonWriter json, CsvRow row)
    {
        value.WriteTo(json);
        return LineCode.None;
    }
}

internal sealed class CsvObject((string Name, CsvNode Node)[] members) : CsvNode
{
    public override bool TakesColumns { get; } = members.Any(member => member.Node.TakesColumns);

    public override bool HasValue(CsvRow row) => members.Any(member => member.Node.HasValue(row));

    public override LineCode Write(Utf8JsonWriter json, CsvRow row)
    {
        json.WriteStartObject();
        foreach (var (name, node) in members)
        {
            if (!node.IsWanted(row))
                continue;
            json.WritePropertyName(name);
            if (node.Write(json, row) is not LineCode.None and var code)
                return code;
        }

        json.WriteEndObject();
        return LineCode.None;
    }
}

internal sealed class CsvArray(CsvNode[] items) : CsvNode
{
    public override bool TakesColumns { get; } = items.Any(item => item.TakesColumns);

    public override bool HasValue(CsvRow row) => items.Any(item => item.HasValue(row));

    public override LineCode Write(Utf8JsonWriter json, CsvRow row)
    {
        json.WriteStartArray();
        foreach (var item in items)
            if (item.IsWanted(row) && item.Write(json, row) is not LineCode.None and var code)
                return code;
        json.WriteEndArray();
        return LineCode.None;
    }
}
