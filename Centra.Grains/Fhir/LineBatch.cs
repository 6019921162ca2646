using System.Buffers;
using System.Collections.Immutable;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// Gathers lines until a batch is full. Each batch has one buffer of its own that is never reused, because its lines travel on.
/// </summary>
internal sealed class LineBatch(BatchLimits limits)
{
    private readonly List<(long Number, int Start, int Length, LineCode Code)> lines = [];
    private ArrayBufferWriter<byte> bytes = new();

    public bool IsEmpty => lines.Count == 0;

    public bool HasRoomFor(long length) =>
        IsEmpty || (lines.Count < limits.Lines && bytes.WrittenCount + length <= limits.Bytes);

    public void Add(long number, in ReadOnlySequence<byte> line)
    {
        var start = bytes.WrittenCount;
        foreach (var segment in line)
            bytes.Write(segment.Span);
        lines.Add((number, start, bytes.WrittenCount - start, LineCode.None));
    }

    public void Add(long number, LineCode code) => lines.Add((number, 0, 0, code));

    public ImmutableArray<SourceLine> Take()
    {
        var written = bytes.WrittenMemory;
        var taken = lines.Select(line => new SourceLine(line.Number, written.Slice(line.Start, line.Length), line.Code)).ToImmutableArray();
        lines.Clear();
        bytes = new ArrayBufferWriter<byte>();
        return taken;
    }
}
