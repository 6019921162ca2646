using System.Buffers.Text;

namespace Centra.Bench.Gate.Peers;

/// <summary>Reads replies of the Redis protocol (RESP2) from a stream: as much of it as lookups need.</summary>
internal sealed class RespReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _end;

    /// <summary>An integer.</summary>
    public long ReadInteger() => Number(':');

    /// <summary>A simple string such as OK; what it says is not told.</summary>
    public void ReadStatus() => Line('+');

    /// <summary>An array of integers; how many of them are not zero.</summary>
    public int ReadFlags()
    {
        var (set, left) = (0, Number('*'));
        if (left < 0)
            throw new InvalidDataException("Redis answered nil.");
        for (; left > 0; left--)
        {
            if (ReadInteger() != 0)
                set++;
        }
        return set;
    }

    private long Number(char kind)
    {
        var line = Line(kind);
        return Utf8Parser.TryParse(line, out long number, out var read) && read == line.Length ? number : throw new InvalidDataException("Redis gave no number.");
    }

    // One line without its kind and its end. An error, or a reply of another kind, is thrown.
    private ReadOnlySpan<byte> Line(char kind)
    {
        int length;
        while ((length = _buffer.AsSpan(_at.._end).IndexOf("\r\n"u8)) < 0)
            Fill();
        var line = _buffer.AsSpan(_at, length);
        _at += length + 2;
        return length > 0 && line[0] == kind ? line[1..] : throw new InvalidDataException($"Redis answered {System.Text.Encoding.UTF8.GetString(line)}.");
    }

    private void Fill()
    {
        _buffer.AsSpan(_at.._end).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        if (_end == _buffer.Length)
            throw new InvalidDataException("Redis answered with a line without end.");
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read > 0 ? read : throw new EndOfStreamException("Redis closed the connection.");
    }
}
