using System.Text;

namespace Centra.Storage;

/// <summary>The end of a journal file after whatever happened to the process that wrote it.</summary>
internal static class JournalFileEnd
{
    /// <summary>No append is larger than this many bytes, so a torn one lies within them.</summary>
    public const int Window = 32 << 20;

    /// <summary>
    /// Cuts a torn append off and gives the last sequence, 0 in an empty journal. Only the last append can be torn: it was never
    /// acknowledged. Damage before it is no crash's work, and is refused.
    /// </summary>
    public static long CutTorn(FileStream file, string path)
    {
        long head = 0;
        long? torn = null;
        foreach (var (offset, text, whole) in Lines(file))
        {
            var read = whole ? JournalText.Read(text) : null;
            if (whole && offset == 0)
                continue;
            if (read is null)
                torn ??= offset;
            else if (torn is null)
                head = read.Value.Line.Sequence;
            else if (read.Value.Start > head + 1)
                throw new JournalException($"The journal {path} is damaged before its last append.");
        }
        if (torn is { } cut)
        {
            file.SetLength(cut);
            file.Flush(flushToDisk: true);
        }
        return head;
    }

    // The lines of the last window, each with its offset and whether it has an end. The header counts as a line at offset 0.
    private static List<(long Offset, string Text, bool Whole)> Lines(FileStream file)
    {
        var start = Math.Max(0, file.Length - Window - 65536);
        var bytes = new byte[file.Length - start];
        file.Position = start;
        file.ReadExactly(bytes);
        var lines = new List<(long, string, bool)>();
        var at = start == 0 ? 0 : bytes.AsSpan().IndexOf((byte)'\n') + 1;
        while (at < bytes.Length)
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            var whole = length >= 0;
            lines.Add((start + at, Encoding.ASCII.GetString(bytes, at, whole ? length : bytes.Length - at), whole));
            at += whole ? length + 1 : bytes.Length;
        }
        return lines;
    }
}
