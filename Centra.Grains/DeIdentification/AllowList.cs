using System.Collections.Frozen;
using System.Text.Json;

namespace Centra.DeIdentification;

/// <summary>The elements that a copy keeps, by resource type (allow-list.json).</summary>
internal static class AllowList
{
    private static readonly FrozenDictionary<string, CopyRule> Types = Load();

    /// <summary>The rule for a resource type; null where nothing of the type is copied.</summary>
    public static CopyRule? For(string resourceType) => Types.GetValueOrDefault(resourceType);

    private static FrozenDictionary<string, CopyRule> Load()
    {
        using var stream = typeof(AllowList).Assembly.GetManifestResourceStream("Centra.DeIdentification.allow-list.json")!;
        using var document = JsonDocument.Parse(stream);
        var datatypes = new Dictionary<string, CopyRule>();
        foreach (var datatype in document.RootElement.GetProperty("datatypes").EnumerateObject())
            datatypes[datatype.Name] = Rule(datatype.Value, datatypes);
        return document.RootElement.GetProperty("types").EnumerateObject()
            .ToFrozenDictionary(type => type.Name, type => Rule(type.Value, datatypes));
    }

    private static CopyRule Rule(JsonElement value, Dictionary<string, CopyRule> datatypes) =>
        value.ValueKind == JsonValueKind.Object
            ? new CopyRule(
                CopyAs.Members, members: [.. value.EnumerateObject().Select(member => (member.Name, Rule(member.Value, datatypes)))])
            : Leaf(value.GetString()!, datatypes);

    private static CopyRule Leaf(string text, Dictionary<string, CopyRule> datatypes)
    {
        if (datatypes.TryGetValue(text, out var datatype))
            return datatype;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (name, words) = colon < 0 ? (text, []) : (text[..colon], text[(colon + 1)..].Split('|'));
        return name == "ref" ? new CopyRule(CopyAs.Reference, words) : new CopyRule(Enum.Parse<CopyAs>(name, ignoreCase: true), words);
    }
}
