using System.Net;
using System.Net.Http.Headers;
using Centra.Api.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Centra.Service.Tests.Releases;

/// <summary>A file over real HTTP: ranges, headers, and the cut when access ends.</summary>
public sealed class WatchedFileTests : IAsyncLifetime
{
    private static readonly string Hash = new('a', 64);
    private readonly byte[] _content = [.. Enumerable.Range(0, 5_000).Select(at => (byte)at)];
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();
    private volatile bool _mayGoOn = true;
    private readonly TaskCompletionSource _wasRefused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refused;
    private Func<Stream> _open;

    public WatchedFileTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _open = () => new MemoryStream(_content);
        _app = builder.Build();
        _app.MapGet("/file", () => new WatchedFile(_open(), "data-x.csv", Hash, MayGoOnAsync, TimeProvider.System));
    }

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Range_IsAnsweredWithThatPart_AsLongAsTheFileIsTheSame()
    {
        using var resume = new HttpRequestMessage(HttpMethod.Get, "/file") { Headers = { Range = new RangeHeaderValue(1000, 1999), IfRange = new RangeConditionHeaderValue($"\"{Hash}\"") } };
        using var other = new HttpRequestMessage(HttpMethod.Get, "/file") { Headers = { Range = new RangeHeaderValue(1000, 1999), IfRange = new RangeConditionHeaderValue("\"b\"") } };
        using var beyond = new HttpRequestMessage(HttpMethod.Get, "/file") { Headers = { Range = new RangeHeaderValue(9000, null) } };

        using var part = await _client.SendAsync(resume);
        using var whole = await _client.SendAsync(other);
        using var none = await _client.SendAsync(beyond);

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(_content[1000..2000]);
        (part.Headers.ETag!.Tag, part.Headers.CacheControl!.NoStore, part.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(($"\"{Hash}\"", true, "attachment"));
        part.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await whole.Content.ReadAsByteArrayAsync()).ShouldBe(_content);
        none.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    // The first no ends it; that it is asked twice a second is the class's own promise, and no clock is needed to see the rest.
    [Fact]
    public async Task AccessThatEnds_CutsTheDownloadAtTheNextQuestion()
    {
        _open = () => new EndlessStream();
        using var answer = await _client.GetAsync("/file", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        await body.ReadExactlyAsync(buffer);

        _mayGoOn = false;
        await Should.ThrowAsync<IOException>(async () =>
        {
            while (true)
                await body.ReadExactlyAsync(buffer);
        });
        _refused.ShouldBe(1);
    }

    // Nobody reads, so the server waits in a write when access ends: what arrives later ends all the same.
    [Fact]
    public async Task AccessThatEnds_CutsADownloadThatNobodyReads()
    {
        _open = () => new EndlessStream();
        using var answer = await _client.GetAsync("/file", HttpCompletionOption.ResponseHeadersRead);

        _mayGoOn = false;
        await _wasRefused.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await using var body = await answer.Content.ReadAsStreamAsync();
        await Should.ThrowAsync<IOException>(() => body.CopyToAsync(Stream.Null));
    }

    [Fact]
    public void Link_IsForOnePersonAndTenMinutes()
    {
        var clock = new Hosts.ShiftedClock();
        var links = new ReleaseLinks(new EphemeralDataProtectionProvider(), clock);
        var (token, until) = links.Issue(new ReleaseLink("me", "request-1", 2, "data-x.csv"));

        links.Read(token, "me").ShouldBe(new ReleaseLink("me", "request-1", 2, "data-x.csv"));
        links.Read(token, "you").ShouldBeNull();
        links.Read(token[..^2] + "AA", "me").ShouldBeNull();
        links.Read("words", "me").ShouldBeNull();
        until.ShouldBeLessThanOrEqualTo(clock.GetUtcNow() + ReleaseLinks.Lasts);
        clock.Advance(ReleaseLinks.Lasts);
        links.Read(token, "me").ShouldBeNull();
    }

    private Task<bool> MayGoOnAsync()
    {
        if (!_mayGoOn && Interlocked.Increment(ref _refused) > 0)
            _wasRefused.TrySetResult();
        return Task.FromResult(_mayGoOn);
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
