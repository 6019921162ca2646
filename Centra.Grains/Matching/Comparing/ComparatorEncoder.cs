using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// The stored form of comparators, version 1: the version byte, then each field in order; a hash is four bytes little-endian, 0 where
/// missing; a list starts with its count in one byte; a name has a byte of flags.
/// </summary>
internal ref struct ComparatorEncoder
{
    public const byte Format = 1;
    public const byte Known = 1;
    public const byte Initial = 2;

    private readonly Span<byte> buffer;
    private int length;

    private ComparatorEncoder(Span<byte> buffer) => this.buffer = buffer;

    public static byte[] Write(Comparators comparators)
    {
        var encoder = new ComparatorEncoder(stackalloc byte[Comparators.LongestEncoding]);
        encoder.Byte(Format);
        encoder.Names(comparators.Given);
        encoder.Names(comparators.Middle);
        encoder.Names(comparators.Family);
        encoder.Date(comparators.Birth);
        encoder.Hash(comparators.Sex);
        encoder.Edits(comparators.NationalId);
        encoder.Edits(comparators.PostalCode);
        encoder.Hash(comparators.PostalArea);
        encoder.Hash(comparators.HouseNumber);
        encoder.Edits(comparators.Street);
        encoder.Hash(comparators.StreetSound);
        encoder.Edits(comparators.Phone);
        encoder.Hash(comparators.PhoneEnd);
        encoder.Hash(comparators.Practice);
        encoder.Hashes(comparators.PatientIds);
        return encoder.buffer[..encoder.length].ToArray();
    }

    private void Names(ImmutableArray<NameForm> names)
    {
        Byte((byte)names.Length);
        foreach (var name in names)
        {
            Byte((byte)((name.IsKnown ? Known : 0) | (name.IsInitial ? Initial : 0)));
            Edits(name.Text);
            Hash(name.Sound);
            Hash(name.Initial);
        }
    }

    private void Date(DateForm date)
    {
        Hash(date.Whole);
        Hash(date.Exchanged);
        Hash(date.Year);
        Hash(date.Month);
        Hashes(date.Bands);
        Hashes(date.Patterns);
    }

    private void Edits(EditForms forms)
    {
        Hash(forms.Whole);
        Hashes(forms.Deleted);
    }

    private void Hashes(ImmutableArray<uint> hashes)
    {
        Byte((byte)hashes.Length);
        foreach (var hash in hashes)
            Hash(hash);
    }

    private void Hash(uint hash)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(buffer[length..], hash);
        length += sizeof(uint);
    }

    private void Byte(byte value) => buffer[length++] = value;
}
