using System.Text.Json;
using Centra.Storage;

namespace Centra.Api.Portal;

/// <summary>What an event says, read by place. What retention has removed, or a seal covers, reads as nothing.</summary>
public sealed class EventPayload
{
    private readonly JsonElement _root;

    /// <summary>An event's.</summary>
    public EventPayload(EventRow row)
    {
        using var document = JsonDocument.Parse(row.Payload);
        _root = document.RootElement.Clone();
    }

    /// <summary>A text or number at a place such as <c>version.total</c>; empty where there is none.</summary>
    public string Text(string place)
    {
        var at = _root;
        foreach (var step in place.Split('.'))
        {
            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(step, out at))
                return "";
        }
        return at.ValueKind is JsonValueKind.String ? at.GetString()! : at.ValueKind is JsonValueKind.Null ? "" : at.ToString();
    }

    /// <summary>A kind at a place, as it is stored: by number, or by name.</summary>
    public T Kind<T>(string place)
        where T : struct, Enum => Enum.TryParse<T>(Text(place), ignoreCase: true, out var kind) ? kind : default;

    /// <summary>All of its fields with their values, nested ones by their place.</summary>
    public IEnumerable<(string Place, string Value)> Fields() => Fields("", _root);

    private static IEnumerable<(string, string)> Fields(string place, JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(field => Fields(place.Length == 0 ? field.Name : $"{place}.{field.Name}", field.Value)),
        JsonValueKind.Array => at.EnumerateArray().SelectMany((item, number) => Fields($"{place}[{number}]", item)),
        JsonValueKind.Null => [],
        _ => [(place, at.ToString())],
    };
}
