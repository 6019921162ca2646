using System.Text.Json;
using Centra.Cli.Input;

namespace Centra.Cli.Ingest;

/// <summary>
/// Tells when a line is sent, by its resourceType alone. It need not be right about broken lines: what is read here in one way and by the
/// service in another (a name twice, an escaped name) is rejected there in either phase.
/// </summary>
internal static class ResourceScan
{
    private static readonly byte[][] People =
    [
        .. new[] { "Patient", "Organization", "Location", "Practitioner", "PractitionerRole", "HealthcareService", "Endpoint", "Medication" }
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    /// <summary>When a line of JSON is sent.</summary>
    public static LineGroup Of(ReadOnlySpan<byte> line)
    {
        try
        {
            return Scan(line);
        }
        catch (JsonException)
        {
            return LineGroup.Rest;
        }
    }

    private static LineGroup Scan(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
            return LineGroup.Rest;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("resourceType"u8))
                return json.Read() && json.TokenType is JsonTokenType.String ? Group(json) : LineGroup.Rest;
            json.Skip();
        }
        return LineGroup.Rest;
    }

    private static LineGroup Group(in Utf8JsonReader type)
    {
        foreach (var name in People)
            if (type.ValueTextEquals(name))
                return LineGroup.People;
        return type.ValueTextEquals("Bundle"u8) ? LineGroup.Deletion : LineGroup.Rest;
    }
}
