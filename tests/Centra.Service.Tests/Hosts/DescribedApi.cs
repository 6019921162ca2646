using System.Net;
using System.Text.Json;

namespace Centra.Service.Tests.Hosts;

/// <summary>The description of the interface, as a client reads it: which refusals it names for a route.</summary>
public sealed class DescribedApi
{
    private readonly List<(string[] Path, JsonElement Operations)> _paths;

    private DescribedApi(JsonElement document) =>
        _paths = [.. document.GetProperty("paths").EnumerateObject().Select(path => (Parts(path.Name), path.Value))];

    /// <summary>Reads it from a service.</summary>
    public static async Task<DescribedApi> ReadAsync(HttpClient anonymous)
    {
        using var document = JsonDocument.Parse(await anonymous.GetStringAsync("/openapi/v1.json"));
        return new DescribedApi(document.RootElement.Clone());
    }

    /// <summary>Codes that a route names for a status; null: there is no such route.</summary>
    public IReadOnlyList<string>? Refusals(string method, string path, HttpStatusCode status) => Operation(method, path) is not { } operation ? null
        : operation.GetProperty("responses").TryGetProperty($"{(int)status}", out var response) && response.TryGetProperty("content", out var content)
            && content.TryGetProperty("application/problem+json", out var problem)
            ? [.. problem.GetProperty("examples").EnumerateObject().Select(example => example.Name)] : [];

    // As routing does it: of two routes the one with fewer parameters.
    private JsonElement? Operation(string method, string path)
    {
        var asked = Parts(path);
        var found = _paths.Where(known => Matches(known.Path, asked) && known.Operations.TryGetProperty(method.ToLowerInvariant(), out _))
            .OrderBy(known => known.Path.Count(IsParameter)).Select(known => known.Operations.GetProperty(method.ToLowerInvariant())).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static string[] Parts(string path) => path.Trim('/').Split('/');

    private static bool Matches(string[] known, string[] asked) =>
        known.Length == asked.Length && known.Zip(asked).All(part => IsParameter(part.First) || part.First.Equals(part.Second, StringComparison.OrdinalIgnoreCase));

    private static bool IsParameter(string part) => part.StartsWith('{');
}
