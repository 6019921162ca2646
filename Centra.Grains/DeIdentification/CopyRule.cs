using System.Text;

namespace Centra.DeIdentification;

/// <summary>How an element gets into a copy.</summary>
internal enum CopyAs
{
    /// <summary>An object of which the listed members are copied.</summary>
    Members = 0,

    /// <summary>A string that is one of the listed codes.</summary>
    Code,

    /// <summary>A Coding of a listed system.</summary>
    Coding,

    /// <summary>The year of a date.</summary>
    Year,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A Quantity: number, comparator and unit.</summary>
    Quantity,

    /// <summary>The patient, by pseudonym.</summary>
    Subject,

    /// <summary>A reference to another copy of a listed type.</summary>
    Reference,

    /// <summary>The birth date: its year, or 90+.</summary>
    Birth,

    /// <summary>The mark that an earlier copy made of a birth year: 90+.</summary>
    Ninety,

    /// <summary>An address: state and three digits of the postal code.</summary>
    Address,

    /// <summary>The extensions of a Patient: race and ethnicity by OMB category.</summary>
    Race,
}

/// <summary>A node of the allow list.</summary>
internal sealed class CopyRule(CopyAs kind, string[]? words = null, (string Name, CopyRule Rule)[]? members = null)
{
    private readonly byte[][] words = [.. (words ?? []).Select(Encoding.ASCII.GetBytes)];

    private readonly (byte[] Name, CopyRule Rule)[] members =
        [.. (members ?? []).Select(member => (Encoding.ASCII.GetBytes(member.Name), member.Rule))];

    public CopyAs Kind { get; } = kind;

    /// <summary>The word of the list that this is, or none.</summary>
    public ReadOnlySpan<byte> Word(ReadOnlySpan<byte> text)
    {
        foreach (var word in words)
            if (text.SequenceEqual(word))
                return word;
        return default;
    }

    /// <summary>The member of this name, with its name from the list.</summary>
    public CopyRule? Member(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> listed)
    {
        foreach (var member in members)
            if (name.SequenceEqual(member.Name))
            {
                listed = member.Name;
                return member.Rule;
            }

        listed = default;
        return null;
    }
}
