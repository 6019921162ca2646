namespace Centra.Api.Http;

/// <summary>Lines as they come. Where something breaks after the first of them the connection is cut: a part never looks like the whole.</summary>
internal sealed class NdjsonResult(IAsyncEnumerable<ReadOnlyMemory<byte>> lines) : IResult
{
    /// <summary>FHIR resources, one a line.</summary>
    public const string Fhir = "application/fhir+ndjson";

    private const int FlushAfter = 64 << 10;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        (response.ContentType, response.Headers.CacheControl) = (Fhir, "no-store");
        await foreach (var line in lines.WithCancellation(httpContext.RequestAborted))
        {
            line.Span.CopyTo(response.BodyWriter.GetSpan(line.Length + 1));
            response.BodyWriter.GetSpan(line.Length + 1)[line.Length] = (byte)'\n';
            response.BodyWriter.Advance(line.Length + 1);
            if (response.BodyWriter.UnflushedBytes > FlushAfter)
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
