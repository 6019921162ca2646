using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Centra.Service.Tests.Releases;

/// <summary>A download of which the first bytes came.</summary>
internal sealed class BegunDownload : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 14];
    private readonly HttpResponseMessage _answer;
    private readonly Stream _body;
    private long _read;

    private BegunDownload(RequestStory story, HttpResponseMessage answer, Stream body, Task cut) => (Story, _answer, _body, Cut) = (story, answer, body, cut);

    /// <summary>The request.</summary>
    public RequestStory Story { get; }

    /// <summary>When the service has done with it.</summary>
    public Task Cut { get; }

    /// <summary>How long it is as a whole.</summary>
    public long Length => _answer.Content.Headers.ContentLength!.Value;

    public static async Task<BegunDownload> OfAsync(RequestStory story, HttpClient client, CutWatch cuts)
    {
        var url = (await client.GetAsync($"/api/releases/{story.Id}/files/data-{RequestCast.Dataset}.csv/link").Json()).Text("url");
        var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        var download = new BegunDownload(story, answer, await answer.Content.ReadAsStreamAsync(), cuts.Of(url));
        download._read = await download._body.ReadAtLeastAsync(download._buffer, 1);
        return download;
    }

    /// <summary>Reads what still comes; how many bytes came as a whole.</summary>
    public async Task<long> ReadRestAsync()
    {
        try
        {
            for (int more; (more = await _body.ReadAsync(_buffer)) > 0; _read += more)
            {
            }
        }
        catch (IOException)
        {
            // The connection ended: what came is counted.
        }
        return _read;
    }

    /// <inheritdoc/>
    public void Dispose() => _answer.Dispose();
}

/// <summary>
/// Sees when the service has done with an answer: as long as nobody reads it, that is only when it has cut it. Whether it was aborted is no sign: what is still to be
/// sent goes nowhere from then on, and where that is done before the abortion is told, nobody is told.
/// </summary>
internal sealed class CutWatch : IStartupFilter
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _cuts = [];

    public Task Of(string path) => Source(path).Task;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, go) =>
        {
            try
            {
                await go(http);
            }
            finally
            {
                Source(http.Request.Path.Value ?? "").TrySetResult();
            }
        });
        next(app);
    };

    private TaskCompletionSource Source(string path) => _cuts.GetOrAdd(path, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
