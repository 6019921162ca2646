using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Centra.Testing;

/// <summary>Clinical lines for tests.</summary>
public static class TestLines
{
    /// <summary>A condition of a patient.</summary>
    public static string Condition(string id, string patient, DateTimeOffset? lastUpdated = null, string? code = null, bool inError = false, string? encounter = null) =>
        JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["resourceType"] = "Condition",
            ["id"] = id,
            ["meta"] = lastUpdated is { } at ? new { lastUpdated = at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) } : new { },
            ["verificationStatus"] = Concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", inError ? "entered-in-error" : "confirmed"),
            ["code"] = Concept("http://snomed.info/sct", code ?? "254837009"),
            ["subject"] = new { reference = $"Patient/{patient}" },
            ["encounter"] = encounter is null ? new { } : new { reference = $"Encounter/{encounter}" },
        });

    /// <summary>An encounter of a patient.</summary>
    public static string Encounter(string id, string patient) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["resourceType"] = "Encounter",
        ["id"] = id,
        ["status"] = "finished",
        ["class"] = new { system = "http://terminology.hl7.org/CodeSystem/v3-ActCode", code = "AMB" },
        ["subject"] = new { reference = $"Patient/{patient}" },
    });

    /// <summary>A Bundle that deletes records.</summary>
    public static string Deletion(params string[] references) => JsonSerializer.Serialize(new
    {
        resourceType = "Bundle",
        type = "transaction",
        entry = references.Select(reference => new { request = new { method = "DELETE", url = reference } }),
    });

    /// <summary>Reference data.</summary>
    public static string Organization(string id, string name) => JsonSerializer.Serialize(new { resourceType = "Organization", id, name });

    /// <summary>Lines as a body.</summary>
    public static MemoryStream Body(IEnumerable<string> lines) => new(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private static object Concept(string system, string code) => new { coding = new[] { new { system, code } } };
}
