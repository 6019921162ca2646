using System.Buffers;
using System.Globalization;
using System.Text;

namespace Centra.Bench.Gate.Peers;

/// <summary>Writes commands of the Redis protocol, one behind the other.</summary>
internal sealed class RespWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Begins anew.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>A command about a key with binary members, packed sixteen bytes each.</summary>
    public void Command(string command, string key, ReadOnlySpan<byte> members)
    {
        Head('*', 2 + members.Length / Key128.Size);
        Argument(Encoding.ASCII.GetBytes(command));
        Argument(Encoding.ASCII.GetBytes(key));
        for (var at = 0; at < members.Length; at += Key128.Size)
            Argument(members.Slice(at, Key128.Size));
    }

    /// <summary>A command of words.</summary>
    public void Command(params string[] words)
    {
        Head('*', words.Length);
        foreach (var word in words)
            Argument(Encoding.ASCII.GetBytes(word));
    }

    private void Argument(ReadOnlySpan<byte> bytes)
    {
        Head('$', bytes.Length);
        _bytes.Write(bytes);
        _bytes.Write("\r\n"u8);
    }

    private void Head(char kind, int number) => _bytes.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}{number}\r\n")));
}
