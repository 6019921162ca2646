using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Centra.Cli.Input;
using Centra.Cli.Server;
using Centra.Ingest;

namespace Centra.Cli.Ingest;

/// <summary>The routes of ingest jobs. Each may be asked twice: the service knows repeats.</summary>
/// <param name="server">The service.</param>
/// <param name="zips">Whether batches are sent as gzip.</param>
internal sealed class JobApi(Connection server, bool zips)
{
    private const string Jobs = "api/ingest/jobs";

    /// <summary>Opens a job; with the same key again, finds it.</summary>
    public async Task<JobView> OpenAsync(JsonElement? csvMapping, string key, CancellationToken cancel) =>
        (await server.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, Jobs)
        {
            Content = JsonContent.Create(new OpenJob(csvMapping)),
            Headers = { { "Idempotency-Key", key } },
        }, cancel)).Read<JobView>();

    /// <summary>A job, or null where the service does not know it.</summary>
    public async Task<JobView?> FindAsync(string jobId, CancellationToken cancel)
    {
        try
        {
            return (await server.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, $"{Jobs}/{jobId}"), cancel)).Read<JobView>();
        }
        catch (RefusedException refused) when (refused.Status is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Sends a batch.</summary>
    public async Task<BatchReceipt> SendAsync(string jobId, long number, LineBatch batch, CancellationToken cancel)
    {
        var route = string.Create(CultureInfo.InvariantCulture, $"{Jobs}/{jobId}/batches/{number}");
        if (batch.File.Format is InputFormat.Csv)
            route += $"?file={Uri.EscapeDataString(batch.File.Name)}";
        var body = zips ? Zip(batch.Body) : batch.Body;
        var answer = await server.SendAsync(() => new HttpRequestMessage(HttpMethod.Put, route) { Content = ContentOf(batch, body) }, cancel);
        return answer.Read<BatchReceipt>();
    }

    /// <summary>Closes the patients' phase, or completes the job.</summary>
    public async Task<JobView> CompleteAsync(string jobId, string? phase, long batches, CancellationToken cancel) =>
        (await server.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, $"{Jobs}/{jobId}/complete")
        {
            Content = JsonContent.Create(new CompleteJob(phase, batches)),
        }, cancel)).Read<JobView>();

    private ReadOnlyMemoryContent ContentOf(LineBatch batch, ReadOnlyMemory<byte> body)
    {
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(batch.File.Format is InputFormat.Csv ? "text/csv" : "application/x-ndjson");
        if (zips)
            content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static ReadOnlyMemory<byte> Zip(ReadOnlyMemory<byte> body)
    {
        using var zipped = new MemoryStream(body.Length / 4);
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
            zip.Write(body.Span);
        return zipped.ToArray();
    }

    private sealed record OpenJob(JsonElement? CsvMapping);

    private sealed record CompleteJob(string? Phase, long Batches);
}
