using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Centra.Api.Portal;

/// <summary>
/// A form as the JSON that the interface takes. A field's name is its place, such as <c>datasets[0].datasetId</c>; after a colon stands what it
/// is if it is not a text: bool, list (each value an item), lines (each line an item), words (each word an item), whole (a number), json (a document), time (of the society's zone). Empty fields are left out.
/// </summary>
internal static partial class FormJson
{
    /// <summary>Places deeper or longer than any form has are refused, so that nobody can make a tree of any size.</summary>
    private const int MostItems = 1_000;

    /// <summary>The document of these fields; those whose names begin with an underscore are the form's own.</summary>
    /// <exception cref="InvalidDataException">A name is no place.</exception>
    public static JsonObject Of(IEnumerable<KeyValuePair<string, StringValues>> fields, TimeZoneInfo zone)
    {
        var root = new JsonObject();
        foreach (var (name, values) in fields.Where(field => field.Key is not ['_', ..]))
        {
            var (place, kind) = name.Split(':', 2) is [var before, var after] ? (before, after) : (name, "");
            if (Value(values, kind, zone) is { } value)
                Put(root, place, value);
        }
        Compact(root);
        return root;
    }

    private static JsonNode? Value(StringValues values, string kind, TimeZoneInfo zone) => kind switch
    {
        "list" => Items(values),
        "lines" => Items(values.SelectMany(text => (text ?? "").Split('\n'))),
        "words" => Items(values.SelectMany(text => (text ?? "").Split(' '))),
        _ when string.IsNullOrWhiteSpace(values.FirstOrDefault()) => null,
        "whole" => long.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : values[0],
        "json" => Document(values[0]!),
        "bool" => values[0] is "true" or "on" or "yes",
        "time" => Time(values[0]!, zone),
        "" => values[0],
        _ => throw new InvalidDataException("A field's kind is unknown."),
    };

    private static JsonArray? Items(IEnumerable<string?> values) =>
        values.Select(text => text?.Trim()).Where(text => !string.IsNullOrEmpty(text)).ToList() is { Count: > 0 } items ? [.. items.Select(text => (JsonNode?)text)] : null;

    // What cannot be read goes on as the text that it is, for the interface to refuse it.
    private static JsonNode? Document(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    // What cannot be read goes on as it is, for the interface to refuse it.
    private static string Time(string text, TimeZoneInfo zone) => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
        : text;

    private static void Put(JsonObject root, string place, JsonNode value)
    {
        var steps = place.Split('.');
        var at = root;
        foreach (var step in steps[..^1])
            at = Into(at, step);
        at[Plain(steps[^1]).Name] = value;
    }

    private static JsonObject Into(JsonObject at, string step)
    {
        var (name, index) = Plain(step);
        if (index is not { } number)
            return Whole<JsonObject>(at[name] ??= new JsonObject());
        var list = Whole<JsonArray>(at[name] ??= new JsonArray());
        while (list.Count <= number)
            list.Add(null);
        return Whole<JsonObject>(list[number] ??= new JsonObject());
    }

    private static T Whole<T>(JsonNode? node)
        where T : JsonNode => node as T ?? throw new InvalidDataException("A place holds two things.");

    private static (string Name, int? Index) Plain(string step)
    {
        var match = Step().Match(step);
        if (!match.Success)
            throw new InvalidDataException("A field's name is no place.");
        if (!match.Groups[2].Success)
            return (match.Groups[1].Value, null);
        var index = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return index < MostItems ? (match.Groups[1].Value, index) : throw new InvalidDataException("A list is too long.");
    }

    // Items that were not filled in leave gaps.
    private static void Compact(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            for (var at = list.Count - 1; at >= 0; at--)
            {
                if (list[at] is null)
                    list.RemoveAt(at);
            }
        }
        foreach (var child in node switch { JsonObject fields => fields.Select(pair => pair.Value), JsonArray items => items, _ => [] })
            Compact(child);
    }

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9]{0,60})(?:\[(\d{1,4})\])?$")]
    private static partial Regex Step();
}
