using System.Security.Cryptography;
using Centra.Fhir;
using Centra.Gate;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Reads a batch's body: lines, what is wrong with some of them, and the digest that a repeat is known by.</summary>
public sealed class BatchReading(IdHashes hashes)
{
    /// <summary>The largest body, unzipped.</summary>
    public const int LargestBody = 64 << 20;

    private static ReadOnlySpan<byte> Gzip => [0x1f, 0x8b];

    /// <summary>Reads a body to its end.</summary>
    /// <param name="body">NDJSON or CSV, unzipped.</param>
    /// <param name="csv">How the columns of CSV are read; null for NDJSON.</param>
    /// <param name="practiceId">Whose ids these are.</param>
    /// <param name="cancel">The caller has gone.</param>
    public async Task<Result<ReadBatch>> ReadAsync(Stream body, CsvFile? csv, string practiceId, CancellationToken cancel)
    {
        var bytes = await BufferAsync(body, cancel);
        if (bytes.IsRefused)
            return bytes.Refusal;
        if (bytes.Value.AsSpan().StartsWith(Gzip))
            return IngestRefusal.ContentEncodingIsMissing;
        var batch = new ReadBatch(SHA256.HashData(bytes.Value.AsSpan()));
        using var buffered = new MemoryStream(bytes.Value.Array!, bytes.Value.Offset, bytes.Value.Count, writable: false);
        await foreach (var lines in csv is null ? NdjsonLines.ReadAsync(buffered, cancellation: cancel) : CsvLines.ReadAsync(buffered, csv, cancellation: cancel))
        {
            batch.Add(await Pieces.SelectAsync(lines, line => Read(line, practiceId)));
        }
        return batch.Lines.Count + batch.Unreadable.Count == 0 ? IngestRefusal.BatchIsEmpty : batch;
    }

    private (BatchLine? Line, RejectedLine? Rejected) Read(SourceLine line, string practiceId)
    {
        var read = line.Code is LineCode.None ? FhirLine.Read(line.Bytes) : new FhirLine(line.Code, null);
        return read.Resource is { } resource
            ? (new BatchLine(line.Number, resource, hashes.Resource(practiceId, resource.ResourceType, resource.Id), hashes.Content(resource.Bytes.Span)), null)
            : (null, new RejectedLine(line.Number, read.Code.ToString()));
    }

    private static async Task<Result<ArraySegment<byte>>> BufferAsync(Stream body, CancellationToken cancel)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        try
        {
            for (int read; (read = await body.ReadAsync(chunk, cancel)) > 0;)
            {
                if (buffer.Length + read > LargestBody)
                    return IngestRefusal.BatchIsTooLarge;
                buffer.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return IngestRefusal.BodyIsNotGzip;
        }
        return new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}

/// <summary>A batch as it was read.</summary>
public sealed record ReadBatch(byte[] ContentSha256)
{
    /// <summary>Lines that are resources, in order.</summary>
    public List<BatchLine> Lines { get; } = [];

    /// <summary>Lines that are not.</summary>
    public List<RejectedLine> Unreadable { get; } = [];

    internal void Add(List<(BatchLine? Line, RejectedLine? Rejected)> read)
    {
        Lines.AddRange(read.Select(one => one.Line).OfType<BatchLine>());
        Unreadable.AddRange(read.Select(one => one.Rejected).OfType<RejectedLine>());
    }
}
