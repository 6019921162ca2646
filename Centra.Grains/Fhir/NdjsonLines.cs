using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// Reads NDJSON in batches: LF or CRLF, a last line without either, blank lines counted but not given, a byte order mark at the start
/// passed over. Memory stays within a batch and the longest line, whatever the input.
/// </summary>
public static class NdjsonLines
{
    /// <summary>The lines of a stream, which is left open.</summary>
    public static IAsyncEnumerable<ImmutableArray<SourceLine>> ReadAsync(
        Stream stream, BatchLimits? limits = null, CancellationToken cancellation = default) =>
        ReadAsync(PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true)), limits, cancellation);

    /// <summary>The lines of a pipe, which is completed at the end.</summary>
    public static async IAsyncEnumerable<ImmutableArray<SourceLine>> ReadAsync(
        PipeReader pipe, BatchLimits? limits = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var splitter = new LineSplitter();
        var batch = new LineBatch(limits ?? BatchLimits.Default);
        for (var isLast = false; !isLast;)
        {
            var read = await pipe.ReadAsync(cancellation);
            isLast = read.IsCompleted;
            var buffer = read.Buffer;
            while (splitter.TryTake(ref buffer, isLast, out var cut))
            {
                if (!batch.HasRoomFor(cut.Bytes.Length))
                    yield return batch.Take();
                Add(batch, cut);
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }

        await pipe.CompleteAsync();
        if (!batch.IsEmpty)
            yield return batch.Take();
    }

    private static void Add(LineBatch batch, LineSplitter.Cut cut)
    {
        if (cut.Code == LineCode.None)
            batch.Add(cut.Number, cut.Bytes);
        else
            batch.Add(cut.Number, cut.Code);
    }
}
