using System.IO.Compression;
using System.Text;

namespace Centra.Proof.Canary;

/// <summary>Looks for words in bytes: in the ways text is written, in any case of letters, and in what is compressed there.</summary>
internal sealed class ByteScan
{
    private const int Deep = 2;
    private static readonly byte[] Gzip = [0x1f, 0x8b, 0x08];
    private readonly List<(string Mark, byte[] Bytes)> _anyCase = [];
    private readonly List<(string Mark, byte[] Bytes)> _exact = [];

    public ByteScan(IEnumerable<string> marks)
    {
        foreach (var mark in marks)
        {
            var lower = mark.ToLowerInvariant();
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
                _anyCase.Add((mark, encoding.GetBytes(lower)));
            foreach (var form in new[] { mark, lower, mark.ToUpperInvariant() }.Distinct())
                _exact.AddRange(Encoded(Encoding.UTF8.GetBytes(form)).Select(text => (mark, Encoding.ASCII.GetBytes(text))));
        }
    }

    /// <summary>The marks that are there.</summary>
    public IReadOnlyCollection<string> In(byte[] bytes, int depth = 0)
    {
        var lower = Array.ConvertAll(bytes, value => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value + 32) : value);
        var found = _anyCase.Where(one => Has(lower, one.Bytes)).Concat(_exact.Where(one => Has(bytes, one.Bytes))).Select(one => one.Mark).ToHashSet();
        if (depth < Deep)
            found.UnionWith(Unzipped(bytes).SelectMany(inner => In(inner, depth + 1)));
        return found;
    }

    private static bool Has(byte[] bytes, byte[] wanted) => bytes.AsSpan().IndexOf(wanted) >= 0;

    // Base 64 of a word depends on where in a text it stands; what is sure of it are the groups that lie within the word.
    private static IEnumerable<string> Encoded(byte[] word)
    {
        for (var shift = 0; shift < 3; shift++)
        {
            var inner = word.AsSpan((3 - shift) % 3);
            var text = Convert.ToBase64String(inner[..(inner.Length / 3 * 3)]);
            if (text.Length >= 8)
                yield return text;
        }
        yield return Convert.ToHexString(word);
        yield return Convert.ToHexStringLower(word);
    }

    private static IEnumerable<byte[]> Unzipped(byte[] bytes)
    {
        for (var at = bytes.AsSpan().IndexOf(Gzip); at >= 0;)
        {
            if (Unzip(bytes, at) is { Length: > 0 } inner)
                yield return inner;
            var next = bytes.AsSpan(at + 1).IndexOf(Gzip);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    // As much as can be decompressed: three bytes may look like a beginning and be none.
    private static byte[] Unzip(byte[] bytes, int at)
    {
        var output = new MemoryStream();
        try
        {
            using var zip = new GZipStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
            zip.CopyTo(output);
        }
        catch (InvalidDataException)
        {
            // Behind it comes something else.
        }
        return output.ToArray();
    }
}
