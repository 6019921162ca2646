using System.Collections.Frozen;
using System.Text;

namespace Centra.Fhir;

/// <summary>A resource type that is taken, and where it names its patient.</summary>
internal sealed class FhirType
{
    private static readonly FrozenDictionary<string, FhirType> Taken =
        PatientCompartment.Types().Concat(Others()).ToFrozenDictionary(type => type.Name);

    private static readonly FrozenDictionary<string, FhirType>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Taken.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly byte[][] subjectElements;

    public FhirType(string name, FhirKind kind, params string[] subjectElements) =>
        (Name, Kind, this.subjectElements) = (name, kind, [.. subjectElements.Select(Encoding.ASCII.GetBytes)]);

    public string Name { get; }

    public FhirKind Kind { get; }

    public static FhirType? Find(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[48];
        return name.Length <= text.Length && Ascii.ToUtf16(name, text, out var length) == System.Buffers.OperationStatus.Done
            && ByName.TryGetValue(text[..length], out var type) ? type : null;
    }

    public bool IsSubjectElement(ReadOnlySpan<byte> element)
    {
        foreach (var candidate in subjectElements)
            if (element.SequenceEqual(candidate))
                return true;
        return false;
    }

    private static IEnumerable<FhirType> Others() =>
    [
        new("Patient", FhirKind.Patient),
        new("Bundle", FhirKind.Deletion),
        new("Organization", FhirKind.Reference),
        new("Location", FhirKind.Reference),
        new("Practitioner", FhirKind.Reference),
        new("PractitionerRole", FhirKind.Reference),
        new("HealthcareService", FhirKind.Reference),
        new("Endpoint", FhirKind.Reference),
        new("Medication", FhirKind.Reference),
    ];
}
