using System.Text.Json;
using Centra.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Centra.Api.OpenApi;

/// <summary>Puts every refusal of a route into its description: for each status a problem, with an example for each code.</summary>
internal sealed class DescribedRefusals : IOpenApiOperationTransformer, IOpenApiDocumentTransformer
{
    private const string Schema = "Problem";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var problems = metadata.OfType<RouteRefusals>().SelectMany(named => named.Problems)
            .Concat((RouteExamples.Of(context.Description)?.Refusals ?? []).Select(code => Answers.ProblemOf(RefusalBook.Find(code))))
            .Concat(CommonRefusals.Of(metadata, context.Description.HttpMethod));
        operation.Responses ??= [];
        foreach (var status in problems.GroupBy(problem => problem.Status!.Value).OrderBy(group => group.Key))
            operation.Responses[$"{status.Key}"] = Response(status.DistinctBy(problem => problem.Title), context.Document);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent(Schema, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A refusal (RFC 9457). Programs go by code; detail is for people.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("Where the status is explained."),
                ["title"] = Text("The code."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
                ["detail"] = Text("A sentence for people; it may be more exact than the example's."),
                ["code"] = Text("Which refusal it is; stable."),
                ["traceId"] = Text("What the log knows it by."),
            },
            Required = new HashSet<string> { "title", "status", "detail", "code" },
        });
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiResponse Response(IEnumerable<ProblemDetails> problems, OpenApiDocument? document)
    {
        var examples = problems.ToDictionary(problem => problem.Title!, IOpenApiExample (problem) =>
            new OpenApiExample { Summary = problem.Detail, Value = JsonSerializer.SerializeToNode(problem, JsonSerializerOptions.Web) });
        return new OpenApiResponse
        {
            Description = string.Join(" or ", examples.Keys),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Schema, document), Examples = examples },
            },
        };
    }
}
