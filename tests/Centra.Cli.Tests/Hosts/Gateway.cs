using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Centra.Cli.Tests.Hosts;

/// <summary>Stands between a command and the service: passes requests on, remembers them, and does what a bad network does.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private static readonly string[] Passed = ["Authorization", "Idempotency-Key"];
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private Gateway(WebApplication app, string service) => (_app, Service) = (app, service);

    /// <summary>What it stands before.</summary>
    public string Service { get; set; }

    public string Address => _app.Urls.Single();

    /// <summary>Requests that came, in order: method and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Batches that the service was given, in order.</summary>
    public IReadOnlyList<int> Batches => [.. Requests.Where(request => request.Contains("/batches/")).Select(request => int.Parse(request[(request.LastIndexOf('/') + 1)..]))];

    /// <summary>What happens before a request is passed on; true when it has been answered.</summary>
    public Func<HttpContext, Task<bool>> Before { get; set; } = _ => Task.FromResult(false);

    /// <summary>What happens after the service answered, before the answer is passed back.</summary>
    public Func<HttpContext, Task> After { get; set; } = _ => Task.CompletedTask;

    public static async Task<Gateway> StartAsync(string service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var gateway = new Gateway(builder.Build(), service);
        gateway._app.Run(gateway.HandleAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    /// <summary>Answers a number of requests with a status, then passes on.</summary>
    public void AnswerFirst(int times, HttpStatusCode status, string? retryAfter = null) => Before = context =>
    {
        if (times-- <= 0)
            return Task.FromResult(false);
        context.Response.StatusCode = (int)status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.FromResult(true);
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (await Before(context))
            return;
        try
        {
            await PassAsync(context);
        }
        catch (HttpRequestException)
        {
            context.Abort();
        }
    }

    private async Task PassAsync(HttpContext context)
    {
        using var request = Copy(context.Request);
        using var answer = await _http.SendAsync(request, context.RequestAborted);
        await After(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }

    private HttpRequestMessage Copy(HttpRequest from)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(new Uri(Service), from.Path + from.QueryString)) { Content = new StreamContent(from.Body) };
        foreach (var name in Passed)
            request.Headers.TryAddWithoutValidation(name, from.Headers[name].ToString());
        foreach (var name in new[] { "Content-Type", "Content-Encoding" })
            if (from.Headers[name] is [{ } value])
                request.Content.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
