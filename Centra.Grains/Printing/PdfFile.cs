using System.Globalization;
using System.Text;

namespace Centra.Printing;

/// <summary>
/// Writes the objects of a PDF (ISO 32000). Nothing is compressed and nothing is dated by a clock: the same objects give the same bytes on
/// every machine and runtime.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Adds an object.</summary>
    /// <returns>Its number.</returns>
    public int Add(string content) => Add(Encoding.Latin1.GetBytes(content));

    /// <summary>Adds a stream, with further entries of its dictionary.</summary>
    public int AddStream(string entries, byte[] content) =>
        Add([.. Encoding.Latin1.GetBytes($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8]);

    /// <summary>Takes a number for an object that others name before it is written.</summary>
    public int Reserve() => Add([]);

    /// <summary>Writes the object of a reserved number.</summary>
    public void Set(int number, string content) => _objects[number - 1] = Encoding.Latin1.GetBytes(content);

    /// <summary>The file.</summary>
    /// <param name="root">The catalogue.</param>
    /// <param name="info">Title and dates.</param>
    /// <param name="id">32 hex digits.</param>
    public byte[] ToBytes(int root, int info, string id)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        for (var at = 0; at < _objects.Count; at++)
        {
            offsets.Add(file.Position);
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n"));
            file.Write(_objects[at]);
            Write(file, "\nendobj\n");
        }
        var table = file.Position;
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:d10} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {_objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A text outside of pages.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private int Add(byte[] content)
    {
        _objects.Add(content);
        return _objects.Count;
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}

/// <summary>What a PDF says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="On">Its date.</param>
/// <param name="Identity">What tells it from others, at least 32 hex digits.</param>
internal sealed record PdfInfo(string Title, DateOnly On, string Identity);
