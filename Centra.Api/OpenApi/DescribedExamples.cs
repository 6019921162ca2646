using System.Text.Json;
using System.Text.Json.Nodes;
using Centra.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Centra.Api.OpenApi;

/// <summary>Puts examples of requests and refusals into the description of the main routes.</summary>
internal sealed class DescribedExamples : IOpenApiOperationTransformer
{
    private const string Problem = "application/problem+json";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = $"{context.Description.HttpMethod} /{context.Description.RelativePath?.TrimEnd('/')}";
        if (!RouteExamples.All.TryGetValue(route, out var examples))
            return Task.CompletedTask;
        foreach (var (type, content) in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (type.EndsWith("json", StringComparison.Ordinal))
                content.Example = examples.Body;
        }
        operation.Responses ??= [];
        foreach (var status in (examples.Refusals ?? []).Select(RefusalBook.Find).Select(Answers.ProblemOf).GroupBy(problem => problem.Status!.Value))
            operation.Responses[$"{status.Key}"] = Response(status);
        return Task.CompletedTask;
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

    private static JsonNode? Json(ProblemDetails problem) => JsonSerializer.SerializeToNode(problem, JsonSerializerOptions.Web);
}
