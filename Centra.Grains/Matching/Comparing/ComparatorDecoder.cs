using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Centra.Matching;

/// <summary>
/// Reads what <see cref="ComparatorEncoder"/> wrote. The first thing that cannot be marks all as failed, and what is read after it is
/// empty, so that no bytes make it throw or allocate beyond the limits of the format.
/// </summary>
internal ref struct ComparatorDecoder
{
    private ReadOnlySpan<byte> rest;
    private bool failed;

    private ComparatorDecoder(ReadOnlySpan<byte> encoded) => rest = encoded;

    public static bool TryRead(ReadOnlySpan<byte> encoded, [NotNullWhen(true)] out Comparators? comparators)
    {
        var decoder = new ComparatorDecoder(encoded);
        var isKnownFormat = decoder.Byte(most: byte.MaxValue) == ComparatorEncoder.Format;
        var read = decoder.Read();
        var isWhole = isKnownFormat && !decoder.failed && decoder.rest.IsEmpty;
        comparators = isWhole ? read : null;
        return isWhole;
    }

    private Comparators Read() => new()
    {
        Given = Names(Comparators.MostGiven),
        Middle = Names(Comparators.MostMiddle),
        Family = Names(Comparators.MostFamily),
        Birth = Date(),
        Sex = Hash(),
        NationalId = Edits(),
        PostalCode = Edits(),
        PostalArea = Hash(),
        HouseNumber = Hash(),
        Street = Edits(),
        StreetSound = Hash(),
        Phone = Edits(),
        PhoneEnd = Hash(),
        Practice = Hash(),
        PatientIds = Hashes(Comparators.MostPatientIds),
    };

    private ImmutableArray<NameForm> Names(int most)
    {
        var names = ImmutableArray.CreateBuilder<NameForm>(most);
        for (var count = Byte(most); count > 0; count--)
        {
            var flags = Byte(ComparatorEncoder.Known | ComparatorEncoder.Initial);
            var isKnown = (flags & ComparatorEncoder.Known) != 0;
            names.Add(new NameForm(Edits(), Hash(), Hash(), isKnown, (flags & ComparatorEncoder.Initial) != 0));
        }

        return names.ToImmutable();
    }

    private DateForm Date() =>
        new(Hash(), Hash(), Hash(), Hash(), Hashes(DateForm.BandCount), Hashes(DateForm.PatternCount));

    private EditForms Edits() => new(Hash(), Hashes(EditForms.Longest));

    private ImmutableArray<uint> Hashes(int most)
    {
        var count = Byte(most);
        if (count == 0)
            return [];
        var hashes = ImmutableArray.CreateBuilder<uint>(count);
        while (hashes.Count < count)
            hashes.Add(Hash());
        return hashes.MoveToImmutable();
    }

    private uint Hash()
    {
        if (failed || !BinaryPrimitives.TryReadUInt32LittleEndian(rest, out var hash))
        {
            failed = true;
            return 0;
        }

        rest = rest[sizeof(uint)..];
        return hash;
    }

    private int Byte(int most)
    {
        if (failed || rest.IsEmpty || rest[0] > most)
        {
            failed = true;
            return 0;
        }

        var value = rest[0];
        rest = rest[1..];
        return value;
    }
}
