using Centra.Api.OpenApi;

namespace Centra.Api.Http;

/// <summary>What a browser may do with an answer: no scripts but the site's own, no frames, nothing from elsewhere. The page to try the interface runs its own scripts.</summary>
internal sealed class PageHeaders(RequestDelegate next)
{
    private const string Pages = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Try = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    // When the answer begins: one that was begun and taken back, as when a form is refused or something broke, has lost what was set before.
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() => SetAsync(http));
        return next(http);
    }

    private static Task SetAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments(TryPage.Path) ? Try : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
