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
    private readonly HttpClient _service;

    private Gateway(WebApplication app, string service) => (_app, _service) = (app, new HttpClient { BaseAddress = new Uri(service) });

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
        _service.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (await Before(context))
            return;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString)
        {
            Content = new StreamContent(context.Request.Body),
        };
        if (context.Request.ContentType is { } type)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var name in Passed)
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToString());
        using var answer = await _service.SendAsync(request, context.RequestAborted);
        await After(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
