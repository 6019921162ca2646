using System.Text;

namespace Centra.Fhir;

/// <summary>What a reference's text leads to.</summary>
internal enum ReferenceTarget
{
    /// <summary>Something that is no patient and that nothing needs to know.</summary>
    Other = 0,

    /// <summary>A type and an id; the type is not Patient.</summary>
    Literal,

    /// <summary>A Patient's id.</summary>
    Patient,

    /// <summary>A patient, but which one only a search or a guess would tell.</summary>
    UnclearPatient,

    /// <summary>A urn or a contained resource: what it is cannot be told from the text.</summary>
    Unresolvable,
}

/// <summary>A reference read from its text: relative, absolute, versioned, conditional, urn or contained.</summary>
internal readonly ref struct FhirReference
{
    private FhirReference(ReferenceTarget target, ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        Target = target;
        Type = type;
        Id = id;
    }

    public ReferenceTarget Target { get; }

    public ReadOnlySpan<byte> Type { get; }

    public ReadOnlySpan<byte> Id { get; }

    public static FhirReference Parse(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("urn:"u8))
            return new(ReferenceTarget.Unresolvable, default, default);
        var query = text.IndexOf((byte)'?');
        if (query >= 0)
            return new(IsPatientInAnyCase(LastSegment(text[..query])) ? ReferenceTarget.UnclearPatient : default, default, default);
        var version = text.IndexOf("/_history/"u8);
        return version >= 0 ? Literal(text[..version]) : Literal(text);
    }

    private static FhirReference Literal(ReadOnlySpan<byte> text)
    {
        var slash = text.LastIndexOf((byte)'/');
        if (slash <= 0)
            return new(ReferenceTarget.Other, default, default);
        var type = LastSegment(text[..slash]);
        var id = text[(slash + 1)..];
        if (type.SequenceEqual("Patient"u8) && FhirId.IsValid(id))
            return new(ReferenceTarget.Patient, type, id);
        if (MentionsPatient(text))
            return new(ReferenceTarget.UnclearPatient, default, default);
        return FhirId.IsValid(id) ? new(ReferenceTarget.Literal, type, id) : new(ReferenceTarget.Other, default, default);
    }

    private static ReadOnlySpan<byte> LastSegment(ReadOnlySpan<byte> text) => text[(text.LastIndexOf((byte)'/') + 1)..];

    private static bool IsPatientInAnyCase(ReadOnlySpan<byte> type) => Ascii.EqualsIgnoreCase(type, "Patient"u8);

    private static bool MentionsPatient(ReadOnlySpan<byte> text)
    {
        for (var slash = text.IndexOf((byte)'/'); slash >= 0; slash = text.IndexOf((byte)'/'))
        {
            if (IsPatientInAnyCase(text[..slash]))
                return true;
            text = text[(slash + 1)..];
        }

        return false;
    }
}
