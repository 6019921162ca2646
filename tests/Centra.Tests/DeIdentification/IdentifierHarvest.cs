using System.Text.Json;
using System.Text.RegularExpressions;

namespace Centra.Tests.DeIdentification;

/// <summary>Gathers from original resources every value that identifies, by where it stands and by what it looks like.</summary>
public sealed partial class IdentifierHarvest
{
    public Dictionary<string, IdentifierKind> Values { get; } = [];

    public void Read(JsonElement element, string path = "", JsonElement parent = default)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Read(member.Value, $"{path}.{member.Name}", element);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Read(item, path, parent);
                break;
            case JsonValueKind.String:
                Take(element.GetString()!, path, parent);
                break;
            case JsonValueKind.Number when path.StartsWith(".address", StringComparison.Ordinal):
                Values[element.GetRawText()] = IdentifierKind.Geography;
                break;
        }
    }

    private void Take(string value, string path, JsonElement parent)
    {
        if (ByPlace(path, parent) is { } kind && value.Length >= 3)
            Values[value.Length > 60 ? value[..60] : value] = kind;
        foreach (var (pattern, found) in IdentifierPatterns.All)
            foreach (Match match in pattern.Matches(value))
                if (!value.StartsWith("http://", StringComparison.Ordinal))
                    Values[match.Value] = found;
        if (path.EndsWith(".reference", StringComparison.Ordinal) && value.Contains('/'))
            Values[value[(value.LastIndexOf('/') + 1)..]] = IdentifierKind.OtherUnique;
    }

    private static IdentifierKind? ByPlace(string path, JsonElement parent) => path switch
    {
        _ when NamePlace().IsMatch(path) => IdentifierKind.Name,
        _ when path.EndsWith(".display", StringComparison.Ordinal) && !parent.TryGetProperty("code", out _) => IdentifierKind.Name,
        _ when path.EndsWith(".valueString", StringComparison.Ordinal) && Text(parent, "url").Contains("Name") => IdentifierKind.Name,
        _ when PlacePlace().IsMatch(path) => IdentifierKind.Geography,
        _ when path.EndsWith("telecom.value", StringComparison.Ordinal) => ByTelecom(Text(parent, "system")),
        _ when path.EndsWith("identifier.value", StringComparison.Ordinal) => ByIdentifier(parent),
        _ when DevicePlace().IsMatch(path) => IdentifierKind.Device,
        _ when path.EndsWith("attachment.url", StringComparison.Ordinal) => IdentifierKind.Url,
        _ when path.EndsWith(".data", StringComparison.Ordinal) => ByContent(Text(parent, "contentType")),
        _ when path is ".id" or ".meta.versionId" || path.EndsWith("note.text", StringComparison.Ordinal) => IdentifierKind.OtherUnique,
        _ => null,
    };

    private static IdentifierKind ByTelecom(string system) => system switch
    {
        "fax" => IdentifierKind.Fax,
        "email" => IdentifierKind.Email,
        "url" => IdentifierKind.Url,
        _ => IdentifierKind.Telephone,
    };

    private static IdentifierKind ByIdentifier(JsonElement identifier) => TypeOf(identifier) switch
    {
        "SS" => IdentifierKind.SocialSecurity,
        "MR" => IdentifierKind.MedicalRecord,
        "MB" => IdentifierKind.HealthPlan,
        "AN" => IdentifierKind.Account,
        "DL" => IdentifierKind.Licence,
        "VIN" => IdentifierKind.Vehicle,
        _ => IdentifierKind.OtherUnique,
    };

    private static IdentifierKind ByContent(string contentType) =>
        contentType.StartsWith("image", StringComparison.Ordinal) ? IdentifierKind.Photograph
        : contentType.StartsWith("audio", StringComparison.Ordinal) ? IdentifierKind.Biometric : IdentifierKind.OtherUnique;

    private static string TypeOf(JsonElement identifier) =>
        identifier.TryGetProperty("type", out var type) ? Text(type.GetProperty("coding")[0], "code") : "";

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    [GeneratedRegex(@"\.name(\.(family|given|text))?$|MaidenName")]
    private static partial Regex NamePlace();

    [GeneratedRegex(@"ddress\.(line|city|district|postalCode|text)$")]
    private static partial Regex PlacePlace();

    [GeneratedRegex(@"\.(serialNumber|lotNumber|deviceIdentifier|distinctIdentifier|carrierHRF)$")]
    private static partial Regex DevicePlace();
}
