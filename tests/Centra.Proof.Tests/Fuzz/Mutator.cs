using System.Text;

namespace Centra.Proof.Fuzz;

/// <summary>Changes an input here and there: bits, numbers, pieces that mean something to a parser, parts of itself and of another input.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> words)
{
    private const int Longest = 1 << 16;
    private static readonly byte[][] Anywhere =
    [
        .. new[] { "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", "null", "true", "-1e999", "9999999999999999999999", "{}", "[]", "\"\"", "\0", "\n", "\r\n",
            "é", "\u2028", "\ufffe", "\\ufffe", "\uffff", "\U0001fffe", "\u202e", "\ufeff", "'", ";", "\t", "=1+1", "../", "%00", "-0", "1e-5", "0001-01-01", "9999-12-31T23:59:59.999+14:00" }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0],
    ];

    private readonly Random _random = new(seed);
    private readonly byte[][] _words = [.. Anywhere, .. words];

    /// <summary>One of the inputs, changed.</summary>
    public byte[] Next(IReadOnlyList<byte[]> from)
    {
        var bytes = from[_random.Next(from.Count)].ToList();
        for (var edits = 1 << _random.Next(4); edits > 0; edits--)
            Edit(bytes, from);
        return [.. bytes.Take(Longest)];
    }

    private void Edit(List<byte> bytes, IReadOnlyList<byte[]> from)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 24), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when length > 0:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1 when length > 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.InsertRange(at, Part(from[_random.Next(from.Count)]));
                break;
            default:
                bytes.RemoveRange(at, Math.Min(length, _random.Next(3)));
                bytes.InsertRange(at, _words[_random.Next(_words.Length)]);
                break;
        }
    }

    private ArraySegment<byte> Part(byte[] other)
    {
        var at = _random.Next(other.Length + 1);
        return new ArraySegment<byte>(other, at, Math.Min(_random.Next(64), other.Length - at));
    }
}
