using Microsoft.Net.Http.Headers;

namespace Centra.Api.Http;

/// <summary>
/// Refuses a body in an encoding that nobody has undone: the framework hands it on as it came, and it would be read as lines that are all
/// unreadable. What is undone has lost its header.
/// </summary>
internal sealed class Unzipping(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) => http.Request.Headers[HeaderNames.ContentEncoding].ToString() is { Length: > 0 } left && left != "identity"
        ? RequestRefusal.EncodingIsNotTaken.Because().ToProblem().ExecuteAsync(http)
        : next(http);
}
