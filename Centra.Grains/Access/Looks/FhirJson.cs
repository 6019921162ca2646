using System.Text.Json;

namespace Centra.Access;

/// <summary>Stored resources as JSON of an answer.</summary>
internal static class FhirJson
{
    public static JsonElement Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }
}
