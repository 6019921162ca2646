using System.Text.Json;
using System.Text.Json.Nodes;

namespace Centra.Api.Portal;

/// <summary>A field of an event, and what the event of the same kind before it in the same stream said.</summary>
/// <param name="Field">Its place.</param>
/// <param name="Before">What it was; null: there was none.</param>
/// <param name="After">What it is; null: there is none.</param>
public sealed record EventChange(string Field, string? Before, string? After);

/// <summary>What an event says beside the former one of its kind.</summary>
public static class EventChanges
{
    private const int Most = 400;

    /// <summary>Field by field, in the order of the event.</summary>
    public static IReadOnlyList<EventChange> Of(string? before, string after)
    {
        var (former, now) = (Flat(before), Flat(after));
        return [.. now.Keys.Concat(former.Keys.Where(key => !now.ContainsKey(key))).Take(Most).Select(key => new EventChange(key, former.GetValueOrDefault(key), now.GetValueOrDefault(key)))];
    }

    private static Dictionary<string, string> Flat(string? json)
    {
        var fields = new Dictionary<string, string>();
        if (json is not null)
            Add(fields, "", JsonNode.Parse(json));
        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string place, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (name, part) in parts)
                    Add(fields, place.Length == 0 ? name : $"{place}.{name}", part);
                break;
            case JsonArray items:
                foreach (var (item, at) in items.Select((item, at) => (item, at)))
                    Add(fields, $"{place}[{at}]", item);
                break;
            default:
                fields[place] = node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString() ?? "nothing";
                break;
        }
    }
}
