using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Centra.Api.OpenApi;

/// <summary>What a route is sent and how it says no, for the API's description.</summary>
/// <param name="Request">A body of JSON.</param>
/// <param name="Lines">A body of NDJSON.</param>
/// <param name="Refusals">Codes of refusals that a caller has to expect.</param>
internal sealed partial record RouteExamples(JsonNode? Request, JsonNode[]? Lines, string[]? Refusals)
{
    /// <summary>By method and route, as the description names it.</summary>
    public static IReadOnlyDictionary<string, RouteExamples> All { get; } = Load();

    /// <summary>The body, or null where there is none.</summary>
    public JsonNode? Body => Lines is null ? Request?.DeepClone() : JsonValue.Create(string.Join('\n', Lines.Select(line => line.ToJsonString())));

    /// <summary>Those of a route; null: it has none.</summary>
    public static RouteExamples? Of(ApiDescription route) =>
        All.GetValueOrDefault($"{route.HttpMethod} /{Constraints().Replace(route.RelativePath ?? "", "}").TrimEnd('/')}");

    // {n:long} stands as {n} in the description.
    [GeneratedRegex(@":[^}]+\}")]
    private static partial Regex Constraints();

    private static Dictionary<string, RouteExamples> Load()
    {
        using var stream = typeof(RouteExamples).Assembly.GetManifestResourceStream("openapi/examples.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, RouteExamples>>(stream, JsonSerializerOptions.Web)!;
    }
}
