using System.Diagnostics;
using Centra.Telemetry;

namespace Centra.Api.Telemetry;

/// <summary>
/// A span for a request, by the pattern of its route. The framework's own would name the path, which holds handles and ids; so would its
/// parent, which is why it is put aside.
/// </summary>
internal sealed class RequestTraces : IStartupFilter
{
    private static readonly HashSet<string> Methods = [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Head];

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(TraceAsync);
        next(app);
    };

    private static async Task TraceAsync(HttpContext http, RequestDelegate next)
    {
        var around = Activity.Current;
        Activity.Current = null;
        ActivityContext.TryParse(http.Request.Headers.TraceParent, traceState: null, isRemote: true, out var parent);
        var span = GateTraces.Source.StartActivity("request", ActivityKind.Server, parent);
        Activity.Current = span ?? around;
        try
        {
            await next(http);
        }
        finally
        {
            if (span is not null)
                Describe(span, http);
            span?.Dispose();
        }
    }

    private static void Describe(Activity span, HttpContext http)
    {
        var method = Methods.Contains(http.Request.Method) ? http.Request.Method : "_OTHER";
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
