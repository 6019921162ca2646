using Microsoft.Net.Http.Headers;

namespace Centra.Api.Releases;

/// <summary>
/// A file that leaves only as long as whoever gets it may have it: asked again twice a second beside the sending, so that a slow connection is cut as
/// soon as a fast one. An answer that does not come counts as no.
/// </summary>
internal sealed class WatchedFile(Stream content, string name, string sha256, Func<Task<bool>> mayGoOn, TimeProvider clock) : IResult
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.XContentTypeOptions = "nosniff";
        using var sent = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        var watching = WatchAsync(httpContext, sent.Token);
        try
        {
            await TypedResults.Stream(content, TypeOf(name), name, null, new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true).ExecuteAsync(httpContext);
        }
        finally
        {
            await sent.CancelAsync();
            await watching;
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    private async Task WatchAsync(HttpContext http, CancellationToken sent)
    {
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(sent) && await mayGoOn())
            {
            }
        }
        catch (OperationCanceledException) when (sent.IsCancellationRequested)
        {
            return;
        }
        catch (Exception) when (!sent.IsCancellationRequested)
        {
        }
        if (!sent.IsCancellationRequested)
            http.Abort();
    }
}
