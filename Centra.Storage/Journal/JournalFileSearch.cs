using System.Text;

namespace Centra.Storage;

/// <summary>Finds lines in a journal file without reading all of it: its lines are in order, so halving finds a sequence.</summary>
internal static class JournalFileSearch
{
    /// <summary>The line that begins at or after an offset (0: the header), without its end; null behind the last whole line.</summary>
    public static string? LineAt(FileStream file, long offset)
    {
        file.Position = offset;
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (file.Read(buffer) is > 0 and var read)
        {
            var end = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            text.Append(Encoding.ASCII.GetString(buffer, 0, end < 0 ? read : end));
            if (end >= 0)
                return text.ToString();
        }
        return null;
    }

    /// <summary>An offset at which a line begins and below which no line above the sequence stands.</summary>
    public static long OffsetAbove(FileStream file, long above)
    {
        long low = 0, high = file.Length;
        while (high - low > 1 << 16)
        {
            var middle = NextLine(file, low + (high - low) / 2);
            if (middle >= high || SequenceAt(file, middle) is not { } sequence)
                break;
            if (sequence <= above)
                low = middle;
            else
                high = middle;
        }
        return low;
    }

    private static long? SequenceAt(FileStream file, long offset) =>
        LineAt(file, offset) is { } text && JournalText.Read(text) is { } read ? read.Line.Sequence : null;

    private static long NextLine(FileStream file, long offset)
    {
        file.Position = offset;
        for (int next; (next = file.ReadByte()) >= 0;)
        {
            if (next == '\n')
                return file.Position;
        }
        return file.Length;
    }
}
