using System.Buffers.Binary;

namespace Centra.Printing;

/// <summary>Numbers of font files.</summary>
internal static class BigEndian
{
    public static ushort Word(this ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    public static short Signed(this ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    public static int Long(this ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);

    public static void Put(this Span<byte> bytes, int at, ushort word) => BinaryPrimitives.WriteUInt16BigEndian(bytes[at..], word);

    public static void Put(this Span<byte> bytes, int at, int number) => BinaryPrimitives.WriteInt32BigEndian(bytes[at..], number);
}
