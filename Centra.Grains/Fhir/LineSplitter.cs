using System.Buffers;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>Cuts a stream of buffers into lines, counting blank ones, and passes over a line that is too long without keeping it.</summary>
internal sealed class LineSplitter
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private long number;
    private long searched;
    private bool isSkipping;

    public readonly record struct Cut(long Number, ReadOnlySequence<byte> Bytes, LineCode Code);

    /// <summary>Cuts the next line that is not blank off the buffer; false when more input is needed or none is left.</summary>
    public bool TryTake(ref ReadOnlySequence<byte> buffer, bool isLast, out Cut cut)
    {
        while (TryCut(ref buffer, isLast, out cut))
            if (cut.Code != LineCode.None || !IsBlank(cut.Bytes))
                return true;
        return false;
    }

    private bool TryCut(ref ReadOnlySequence<byte> buffer, bool isLast, out Cut cut)
    {
        if (buffer.Slice(searched).PositionOf((byte)'\n') is { } end)
            return Line(buffer.Slice(0, end), ref buffer, buffer.GetPosition(1, end), out cut);
        if (isLast && (isSkipping || !buffer.IsEmpty))
            return Line(buffer, ref buffer, buffer.End, out cut);
        KeepLooking(ref buffer);
        cut = default;
        return false;
    }

    private void KeepLooking(ref ReadOnlySequence<byte> buffer)
    {
        // One byte more than the limit may be the CR of a line of exactly the limit.
        isSkipping |= buffer.Length > BatchLimits.LongestLine + 1;
        if (isSkipping)
            buffer = buffer.Slice(buffer.End);
        searched = buffer.Length;
    }

    private bool Line(ReadOnlySequence<byte> line, ref ReadOnlySequence<byte> buffer, SequencePosition next, out Cut cut)
    {
        number++;
        line = Trim(line);
        cut = isSkipping || line.Length > BatchLimits.LongestLine
            ? new Cut(number, default, LineCode.LineTooLong)
            : new Cut(number, line, LineCode.None);
        buffer = buffer.Slice(next);
        (searched, isSkipping) = (0, false);
        return true;
    }

    private ReadOnlySequence<byte> Trim(ReadOnlySequence<byte> line)
    {
        if (!line.IsEmpty && line.Slice(line.Length - 1).FirstSpan[0] == '\r')
            line = line.Slice(0, line.Length - 1);
        var isMarked = number == 1 && new SequenceReader<byte>(line).IsNext(ByteOrderMark);
        return isMarked ? line.Slice(ByteOrderMark.Length) : line;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        return true;
    }
}
