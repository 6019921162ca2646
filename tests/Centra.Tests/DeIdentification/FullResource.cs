using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.DeIdentification;

namespace Centra.Tests.DeIdentification;

/// <summary>Resources with every element that the allow list keeps, made from the list itself.</summary>
public static class FullResource
{
    private static readonly JsonElement List = JsonDocument.Parse(
        typeof(SafeHarbor).Assembly.GetManifestResourceStream("Centra.DeIdentification.allow-list.json")!).RootElement;

    public static IEnumerable<string> Types() => List.GetProperty("types").EnumerateObject().Select(type => type.Name);

    public static JsonNode Of(string type)
    {
        var resource = Value(List.GetProperty("types").GetProperty(type)).AsObject();
        resource.Remove("_birthDate");
        resource.Insert(0, "id", "original");
        resource.Insert(0, "resourceType", type);
        return resource;
    }

    private static JsonNode Value(JsonElement rule)
    {
        if (rule.ValueKind == JsonValueKind.String)
            return Leaf(rule.GetString()!);
        var node = new JsonObject();
        foreach (var member in rule.EnumerateObject())
            node[member.Name] = Value(member.Value);
        return node;
    }

    private static JsonNode Leaf(string rule) => rule switch
    {
        _ when List.GetProperty("datatypes").TryGetProperty(rule, out var datatype) => Value(datatype),
        "coding" => JsonNode.Parse("""
            [{"system":"http://snomed.info/sct","code":"254837009","display":"d"},{"system":"http://loinc.org","code":"718-7"}]
            """)!,
        "year" => "2001-02-03",
        "birth" => "1961-04-02",
        "ninety" => new JsonObject(),
        "number" => 3,
        "boolean" => true,
        "quantity" => JsonNode.Parse("""
            {"value":3,"comparator":"<","unit":"milligrams","system":"http://unitsofmeasure.org","code":"mg"}
            """)!,
        "subject" => JsonNode.Parse("""{"reference":"Patient/1","display":"d"}""")!,
        "address" => JsonNode.Parse("""[{"use":"home","line":["l"],"city":"c","state":"KS","postalCode":"66801","country":"US"}]""")!,
        "race" => JsonNode.Parse("""
            [{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"ombCategory",
            "valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3","display":"d"}},{"url":"text","valueString":"t"}]}]
            """)!,
        _ when rule.StartsWith("ref:", StringComparison.Ordinal) =>
            new JsonObject { ["reference"] = rule[4..].Split('|')[0] + "/r9", ["display"] = "d" },
        _ => rule["code:".Length..].Split('|')[0],
    };
}
