using System.Text.Json;
using System.Text.Json.Serialization;

namespace Centra.Api.Portal;

/// <summary>A dataset's parts as the interface writes them.</summary>
internal static class CatalogueText
{
    private static readonly JsonSerializerOptions Broad = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A name of a value.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A list, to be read and written by a person.</summary>
    public static string Json<T>(IEnumerable<T> items) => JsonSerializer.Serialize(items, Broad);
}
