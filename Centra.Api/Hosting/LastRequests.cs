namespace Centra.Api.Hosting;

/// <summary>
/// Requests that are under way when the service is told to stop have some seconds to end; then they are cut off, and are to be sent again. Without
/// that whoever sends slowly keeps the web server from stopping for as long as the whole process has, and none of it is left for the silo: its grains
/// would not be handed over, and the others of a cluster would find it dead instead of gone.
/// </summary>
internal sealed class LastRequests : IMiddleware, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenRegistration _stopping;

    public LastRequests(IHostApplicationLifetime life) => _stopping = life.ApplicationStopping.Register(() => _over.CancelAfter(Limit));

    /// <inheritdoc/>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var cut = _over.Token.UnsafeRegister(static state => ((HttpContext)state!).Abort(), context);
        await next(context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _over.Dispose();
    }
}
