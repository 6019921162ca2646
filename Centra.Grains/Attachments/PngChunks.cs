using System.Buffers.Binary;

namespace Centra.Attachments;

/// <summary>Walks the chunks of a PNG: a header first, an end last, nothing behind it. (W3C PNG, 5.)</summary>
internal static class PngChunks
{
    private const int Signature = 8;
    private const int AroundData = 12;

    public static async Task<bool> AreWholeAsync(Stream content, CancellationToken cancellation)
    {
        var head = new byte[8];
        for (var at = (long)Signature; at + AroundData <= content.Length;)
        {
            content.Position = at;
            await content.ReadExactlyAsync(head, cancellation);
            if (at == Signature && !head.AsSpan(4).SequenceEqual("IHDR"u8))
                return false;
            at += AroundData + BinaryPrimitives.ReadUInt32BigEndian(head);
            if (head.AsSpan(4).SequenceEqual("IEND"u8))
                return at == content.Length;
        }
        return false;
    }
}
