using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>A column's value and what is made of it.</summary>
internal sealed class CsvColumn(int slot) : CsvNode
{
    public required string[] Names { get; init; }

    public bool IsOptional { get; init; }

    public string Prefix { get; init; } = "";

    /// <summary>.NET date formats; the value becomes as much of a FHIR date as the format that fits has.</summary>
    public string[] Dates { get; init; } = [];

    public FrozenDictionary<string, string>? Map { get; init; }

    public string? Else { get; init; }

    public string Type { get; init; } = "text";

    /// <summary>Characters between the items of a list; with any, the value is an array.</summary>
    public char[] Split { get; init; } = [];

    public override bool TakesColumns => true;

    public override bool HasValue(CsvRow row) => !row.Field(slot).IsEmpty;

    public override LineCode Write(Utf8JsonWriter json, CsvRow row)
    {
        var field = row.Field(slot);
        if (Dates.Length == 0 && Map is null && Type == "text" && Split.Length == 0 && Prefix.Length == 0)
        {
            json.WriteStringValue(field);
            return LineCode.None;
        }

        var text = Encoding.UTF8.GetString(field);
        return Type switch
        {
            "number" => WriteNumber(json, text),
            "boolean" => WriteBoolean(json, text),
            _ when Split.Length > 0 => WriteList(json, text),
            _ => WriteText(json, text),
        };
    }

    private LineCode WriteText(Utf8JsonWriter json, string text)
    {
        if (Map is not null && !Map.TryGetValue(text, out text!))
            text = Else!;
        if (text is null)
            return LineCode.BadValue;
        if (Dates.Length > 0 && !TryReadDate(ref text))
            return LineCode.BadDate;
        json.WriteStringValue(Prefix + text);
        return LineCode.None;
    }

    private LineCode WriteList(Utf8JsonWriter json, string text)
    {
        json.WriteStartArray();
        foreach (var item in text.Split(Split, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (WriteText(json, item) is not LineCode.None and var code)
                return code;
        json.WriteEndArray();
        return LineCode.None;
    }

    private bool TryReadDate(ref string text)
    {
        foreach (var format in Dates)
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                text = date.ToString(FhirFormat(format), CultureInfo.InvariantCulture);
                return true;
            }

        return false;
    }

    private static string FhirFormat(string format) => format.Contains('d') ? "yyyy-MM-dd" : format.Contains('M') ? "yyyy-MM" : "yyyy";

    private static LineCode WriteNumber(Utf8JsonWriter json, string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
            return LineCode.BadValue;
        json.WriteNumberValue(number);
        return LineCode.None;
    }

    private static LineCode WriteBoolean(Utf8JsonWriter json, string text)
    {
        bool? value = text.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "1" => true,
            "FALSE" or "NO" or "N" or "0" => false,
            _ => null,
        };
        if (value is null)
            return LineCode.BadValue;
        json.WriteBooleanValue(value.Value);
        return LineCode.None;
    }
}
