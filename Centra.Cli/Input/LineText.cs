namespace Centra.Cli.Input;

/// <summary>What of a line is its content.</summary>
internal static class LineText
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>A raw line without its line break and, where it is the first of a file, without a byte order mark.</summary>
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> raw, bool isFirst)
    {
        var content = raw.TrimEnd((byte)'\n').TrimEnd((byte)'\r');
        return isFirst && content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
    }

    /// <summary>Whether it holds nothing; such lines are counted by nobody.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> content) => !content.ContainsAnyExcept(" \t\r"u8);
}
