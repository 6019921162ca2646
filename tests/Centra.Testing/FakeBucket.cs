using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Centra.Testing;

/// <summary>As much of a bucket's server as files need: objects put, found, given out in ranges, removed. It can be made to fail.</summary>
public sealed class FakeBucket : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeBucket(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>What it holds, by path.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>Ranges that were asked for, "0-9" and so on.</summary>
    public ConcurrentQueue<string> Ranges { get; } = new();

    /// <summary>How many of the next answers with content break off in the midst.</summary>
    public int Breaks { get; set; }

    /// <summary>The refusal of everything; null: none.</summary>
    public (int Status, string Code)? Refuses { get; set; }

    /// <summary>Starts it.</summary>
    public static async Task<FakeBucket> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bucket = new FakeBucket(app);
        app.Run(bucket.AnswerAsync);
        await app.StartAsync();
        return bucket;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http) => (Refuses, http.Request.Method) switch
    {
        ({ } refusal, _) => RefuseAsync(http, refusal.Status, refusal.Code),
        (_, "PUT") => PutAsync(http),
        (_, "DELETE") => Remove(http),
        _ => Objects.TryGetValue(http.Request.Path, out var content) ? GiveAsync(http, content) : RefuseAsync(http, 404, "NoSuchKey"),
    };

    private async Task PutAsync(HttpContext http)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content);
        Objects[http.Request.Path] = content.ToArray();
        http.Response.Headers.ETag = TagOf(content.ToArray());
    }

    private Task Remove(HttpContext http)
    {
        Objects.TryRemove(http.Request.Path, out _);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task GiveAsync(HttpContext http, byte[] content)
    {
        http.Response.Headers.ETag = TagOf(content);
        if (http.Request.Headers.IfMatch is [{ } tag] && tag != TagOf(content))
        {
            await RefuseAsync(http, 412, "PreconditionFailed");
            return;
        }
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentLength = content.Length;
            return;
        }
        var range = RangeHeaderValue.Parse(http.Request.Headers.Range.ToString()).Ranges.Single();
        var (from, to) = ((int)range.From!.Value, (int)Math.Min(range.To!.Value, content.Length - 1));
        Ranges.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{from}-{to}"));
        (http.Response.StatusCode, http.Response.ContentLength) = (StatusCodes.Status206PartialContent, to - from + 1);
        http.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{content.Length}");
        var whole = Breaks-- <= 0;
        await http.Response.Body.WriteAsync(content.AsMemory(from, whole ? to - from + 1 : (to - from + 1) / 2));
        await http.Response.Body.FlushAsync();
        if (!whole)
            http.Abort();
    }

    private static async Task RefuseAsync(HttpContext http, int status, string code)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, "application/xml");
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    private static string TagOf(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"";
}
