using System.Buffers.Binary;
using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// The member names of the objects that are open, to notice one that comes twice. Compares 64-bit digests of a frame at once and the bytes
/// only where digests agree. One per thread, because reading a line never waits.
/// </summary>
internal sealed class NameStack
{
    private const int MostMembers = 512;

    [ThreadStatic]
    private static NameStack? ofThisThread;

    private readonly int[] frames = new int[FhirScanner.DeepestNesting + 2];
    private ulong[] digests = new ulong[256];
    private (int Start, int Length)[] places = new (int, int)[256];
    private int depth;
    private int top;

    public static NameStack Empty()
    {
        var stack = ofThisThread ??= new NameStack();
        (stack.depth, stack.top) = (0, 0);
        return stack;
    }

    public void Open() => frames[depth++] = top;

    public void Close() => top = frames[--depth];

    public LineCode Add(ReadOnlySpan<byte> line, int start, int length)
    {
        var digest = Digest(line.Slice(start, length));
        var frame = frames[depth - 1];
        if (top - frame == MostMembers)
            return LineCode.TooManyMembers;
        for (var from = frame; digests.AsSpan(from, top - from).IndexOf(digest) is >= 0 and var at; from += at + 1)
            if (line.Slice(places[from + at].Start, places[from + at].Length).SequenceEqual(line.Slice(start, length)))
                return LineCode.DuplicateKey;
        Push(digest, start, length);
        return LineCode.None;
    }

    private void Push(ulong digest, int start, int length)
    {
        if (top == digests.Length)
        {
            Array.Resize(ref digests, top * 2);
            Array.Resize(ref places, top * 2);
        }

        (digests[top], places[top]) = (digest, (start, length));
        top++;
    }

    private static ulong Digest(ReadOnlySpan<byte> name)
    {
        if (name.Length >= 8)
            return (BinaryPrimitives.ReadUInt64LittleEndian(name) * 0x9E3779B97F4A7C15UL)
                ^ BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) ^ (ulong)name.Length;
        var digest = (ulong)name.Length;
        foreach (var letter in name)
            digest = (digest << 8) | letter;
        return digest;
    }
}
