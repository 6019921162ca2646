using System.Text.Json;
using System.Text.Json.Nodes;

namespace Centra.Tests.DeIdentification;

/// <summary>A value in a tree that can be exchanged.</summary>
/// <param name="Root">The resource.</param>
/// <param name="Node">The value.</param>
/// <param name="Shape">Resource type and path without indices.</param>
public sealed record Leaf(JsonNode Root, JsonValue Node, string Shape)
{
    public Leaf Replace(JsonValue value)
    {
        Node.ReplaceWith(value);
        return this with { Node = value };
    }
}

/// <summary>Finds the values of a resource where something can be planted: all but what makes it a line of its patient.</summary>
public static class Leaves
{
    public static IEnumerable<Leaf> StringsOf(JsonNode resource) => Of(resource, JsonValueKind.String);

    public static IEnumerable<Leaf> NumbersOf(JsonNode resource) => Of(resource, JsonValueKind.Number);

    public static IEnumerable<JsonObject> ObjectsOf(JsonNode node) => node switch
    {
        JsonObject item => item.Select(member => member.Value!).SelectMany(ObjectsOf).Prepend(item),
        JsonArray array => array.SelectMany(item => ObjectsOf(item!)),
        _ => [],
    };

    private static List<Leaf> Of(JsonNode resource, JsonValueKind kind)
    {
        var type = resource["resourceType"]!.GetValue<string>();
        return [.. Walk(resource, resource, type, kind).Where(leaf => !IsNeeded(leaf.Shape[type.Length..]))];
    }

    private static bool IsNeeded(string path) => path is ".resourceType" or ".id" or ".subject.reference" or ".patient.reference";

    private static IEnumerable<Leaf> Walk(JsonNode root, JsonNode? node, string shape, JsonValueKind kind) => node switch
    {
        JsonObject item => item.SelectMany(member => Walk(root, member.Value, $"{shape}.{member.Key}", kind)),
        JsonArray array => array.SelectMany(item => Walk(root, item, shape, kind)),
        JsonValue value when value.GetValueKind() == kind => [new Leaf(root, value, shape)],
        _ => [],
    };
}
