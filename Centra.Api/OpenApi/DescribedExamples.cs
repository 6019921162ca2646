using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Centra.Api.OpenApi;

/// <summary>Puts examples of bodies into the description of the main routes.</summary>
internal sealed class DescribedExamples : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (RouteExamples.Of(context.Description) is { Body: not null } examples)
            DescribeBody(operation, examples);
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
}
