namespace Centra.Cli.Input;

/// <summary>
/// Reads a file line by line, whatever its length, within the memory of its longest line. A line that is too long is passed over without
/// keeping it.
/// </summary>
internal sealed class LineReader : IAsyncDisposable
{
    /// <summary>The longest line that the service reads.</summary>
    public const int LongestLine = 16 << 20;

    private readonly InputFile _file;
    private readonly FileStream _stored;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 17];
    private int _start;
    private int _searched;
    private int _end;
    private bool _ended;

    public LineReader(InputFile file)
    {
        _file = file;
        _stored = file.OpenStored();
        _stream = file.Unzip(_stored);
    }

    /// <summary>Number of the line, from 1; blank lines count.</summary>
    public long Number { get; private set; }

    /// <summary>The line as it stands in the file, with its line break. Valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Raw { get; private set; }

    /// <summary>Whether it is over the limit, so that <see cref="Raw"/> is empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>How far the file was read, in bytes as stored.</summary>
    public long Position => _stored.Position;

    /// <summary>The line without line break and byte order mark.</summary>
    public ReadOnlySpan<byte> Content => LineText.Content(Raw.Span, isFirst: Number == 1);

    /// <summary>Reads the next line; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        IsTooLong = false;
        while (true)
        {
            if (_buffer.AsSpan(_searched.._end).IndexOf((byte)'\n') is var at and >= 0)
                return Take(_searched + at + 1);
            _searched = _end;
            if (_ended)
                return (_end > _start || IsTooLong) && Take(_end);
            if (_end - _start > LongestLine + 1)
                (IsTooLong, _start) = (true, _end);
            await FillAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        await _stored.DisposeAsync();
    }

    private bool Take(int end)
    {
        Number++;
        Raw = _buffer.AsMemory(_start..end);
        IsTooLong |= Content.Length > LongestLine;
        if (IsTooLong)
            Raw = default;
        _start = _searched = end;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        MakeRoom();
        try
        {
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancel);
            _end += read;
            _ended = read == 0;
        }
        catch (InvalidDataException)
        {
            throw _file.IsNoGzip();
        }
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        var room = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(room);
        (_buffer, _searched, _end, _start) = (room, _searched - _start, kept, 0);
    }
}
