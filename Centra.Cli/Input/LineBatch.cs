using System.Buffers;

namespace Centra.Cli.Input;

/// <summary>Some lines of one file, as they are sent: as they stand in the file, below the header where it is CSV.</summary>
internal sealed class LineBatch
{
    /// <summary>As many as the service decides at once. Its answer to so few lines is shorter than what a connection holds back, so that
    /// sending first and reading then cannot come to a standstill.</summary>
    public const int MostLines = 1_000;

    private const int MostBytes = 4 << 20;

    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly List<(long Number, int Start)> _lines = [];
    private readonly int _headerLength;
    private readonly int _headerLines;

    public LineBatch(InputFile file, ReadOnlySpan<byte> header, LineGroup group)
    {
        (File, Group, _headerLength, _headerLines) = (file, group, header.Length, header.IsEmpty ? 0 : 1);
        _body.Write(header);
    }

    public InputFile File { get; }

    /// <summary>What all its lines are.</summary>
    public LineGroup Group { get; }

    /// <summary>Number of lines, the header left out.</summary>
    public int Count => _lines.Count;

    /// <summary>The header of CSV, with its line break.</summary>
    public ReadOnlySpan<byte> Header => _body.WrittenSpan[.._headerLength];

    public ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    /// <summary>Whether a line can still join.</summary>
    public bool Takes(LineGroup group, int length) => group == Group && Count < MostLines && (Count == 0 || _body.WrittenCount + length <= MostBytes);

    public void Add(long number, ReadOnlySpan<byte> raw)
    {
        _lines.Add((number, _body.WrittenCount));
        _body.Write(raw);
    }

    /// <summary>A line as it stands in the file, with its line break.</summary>
    /// <param name="index">From 0.</param>
    public ReadOnlyMemory<byte> Raw(int index) =>
        _body.WrittenMemory[_lines[index].Start..(index + 1 < Count ? _lines[index + 1].Start : _body.WrittenCount)];

    /// <summary>Its number in the file, from 1.</summary>
    /// <param name="index">From 0.</param>
    public long NumberAt(int index) => _lines[index].Number;

    /// <summary>The number under which the service answers about it.</summary>
    /// <param name="index">From 0.</param>
    public long AnsweredAs(int index) => index + 1 + _headerLines;

    /// <summary>The number in the file of a line that the service answered about.</summary>
    public long NumberOf(long answered) => answered - 1 - _headerLines is var index && index >= 0 && index < Count
        ? _lines[(int)index].Number
        : throw new CommandFailedException("The service answered about a line that was not sent.");
}
