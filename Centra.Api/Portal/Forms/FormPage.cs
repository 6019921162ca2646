namespace Centra.Api.Portal;

/// <summary>The page that a refused form stands on, once more.</summary>
internal static class FormPage
{
    /// <summary>Answers with the page in place of the command's answer; the form on it finds in the request why it was refused and what was typed.</summary>
    public static Task ShowAgainAsync(HttpContext http, FormCall call, RequestDelegate next)
    {
        http.Response.Clear();
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        var address = call.Back.Split('#')[0].Split('?', 2);
        (http.Request.Method, http.Request.Path) = (HttpMethods.Get, address[0]);
        http.Request.QueryString = address is [_, var query] ? new QueryString($"?{query}") : QueryString.Empty;
        (http.Request.Body, http.Request.ContentLength, http.Request.ContentType) = (Stream.Null, null, null);
        http.Request.Headers.Accept = "text/html";
        http.Response.OnStarting(() => SayRefused(http.Response, call.Refused!));
        return next(http);
    }

    // Only when the page is there: a route with filters runs nothing for an answer that is a failure already.
    private static Task SayRefused(HttpResponse response, Refused refused)
    {
        if (response.StatusCode == StatusCodes.Status200OK)
            response.StatusCode = refused.Status;
        return Task.CompletedTask;
    }
}
