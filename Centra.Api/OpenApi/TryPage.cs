namespace Centra.Api.OpenApi;

/// <summary>A page to try the interface from the browser, fed by the description. The one page with scripts, all of them our own files.</summary>
internal static class TryPage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/api/try";

    public static void UseTryPage(this IApplicationBuilder app) => app.UseSwaggerUI(options =>
    {
        options.RoutePrefix = Path[1..];
        options.DocumentTitle = "Centra: try the interface";
        options.SwaggerEndpoint("/openapi/v1.json", "v1");
        options.EnableTryItOutByDefault();
    });
}
