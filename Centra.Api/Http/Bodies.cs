namespace Centra.Api.Http;

/// <summary>Small bodies, read whole.</summary>
internal static class Bodies
{
    /// <summary>The bytes of the body, up to the route's limit.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }
}
