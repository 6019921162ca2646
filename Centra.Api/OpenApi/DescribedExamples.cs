using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Centra.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Centra.Api.OpenApi;

/// <summary>Puts examples of requests and refusals into the description of the main routes.</summary>
internal sealed partial class DescribedExamples : IOpenApiOperationTransformer
{
    private const string Problem = "application/problem+json";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = $"{context.Description.HttpMethod} /{Constraints().Replace(context.Description.RelativePath ?? "", "}").TrimEnd('/')}";
        if (!RouteExamples.All.TryGetValue(route, out var examples))
            return Task.CompletedTask;
        if (examples.Body is not null)
            DescribeBody(operation, examples);
        operation.Responses ??= [];
        foreach (var status in (examples.Refusals ?? []).Select(RefusalBook.Find).Select(Answers.ProblemOf).GroupBy(problem => problem.Status!.Value))
            operation.Responses[$"{status.Key}"] = Response(status);
        return Task.CompletedTask;
    }

    // A route that reads its body by itself has none in the description.
    private static void DescribeBody(OpenApiOperation operation, RouteExamples examples)
    {
        var type = examples.Lines is null ? "application/json" : "application/x-ndjson";
        operation.RequestBody ??= new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [type] = new() } };
        foreach (var (_, content) in operation.RequestBody.Content!.Where(content => content.Key.EndsWith("json", StringComparison.Ordinal)))
            content.Example = examples.Body;
    }

    private static OpenApiResponse Response(IEnumerable<ProblemDetails> problems)
    {
        var examples = problems.ToDictionary(problem => problem.Title!, IOpenApiExample (problem) => new OpenApiExample { Summary = problem.Detail, Value = Json(problem) });
        return new OpenApiResponse
        {
            Description = string.Join(" or ", examples.Keys),
            Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Examples = examples } },
        };
    }

    // {n:long} stands as {n} in the description.
    [GeneratedRegex(@":[^}]+\}")]
    private static partial Regex Constraints();

    private static JsonNode? Json(ProblemDetails problem) => JsonSerializer.SerializeToNode(problem, JsonSerializerOptions.Web);
}
