using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;

namespace Centra.Api.Http;

/// <summary>
/// Which field of a body could not be read, as far as it is one that the route takes: what else stands in a path, such as the keys of a
/// dictionary, was chosen by the sender and is not repeated.
/// </summary>
internal static class BodyField
{
    /// <summary>The field's place, such as <c>datasets.years</c>; empty: unknown.</summary>
    public static string Of(HttpContext http, JsonException error, JsonSerializerOptions json) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } body ? string.Join('.', Known(body, error.Path ?? "", json)) : "";

    private static IEnumerable<string> Known(Type? type, string path, JsonSerializerOptions json)
    {
        foreach (var step in path.Split('.').Skip(1).Select(step => step.Split('[')[0]))
        {
            if (type is null || Property(type, step, json) is not { } property)
                yield break;
            yield return property.Name;
            type = json.GetTypeInfo(property.PropertyType) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } ? item : property.PropertyType;
        }
    }

    private static JsonPropertyInfo? Property(Type type, string name, JsonSerializerOptions json) =>
        json.GetTypeInfo(type).Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
