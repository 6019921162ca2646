using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>What one reading of a line found.</summary>
internal struct FhirFindings
{
    public FhirType? Type;
    public string? Id;
    public string? PatientId;
    public DateTimeOffset? LastUpdated;
    public bool IsObject;
    public bool HasResourceType;
    public bool HasId;
    public bool HasSubject;
    public bool IsEnteredInError;

    /// <summary>References came before the type said which of them matter; a second reading, with the type, is needed.</summary>
    public bool NeedsSecondReading;

    /// <summary>The first thing that is wrong with what the line says, if its form is right.</summary>
    public LineCode Problem;

    /// <summary>Why the line cannot be taken, or None: the order is the order in which a person would look.</summary>
    public readonly LineCode Verdict()
    {
        if (!IsObject)
            return LineCode.NotAnObject;
        if (!HasResourceType)
            return LineCode.NotAResource;
        if (Type is null)
            return LineCode.UnknownResourceType;
        if (Type.Kind == FhirKind.Deletion)
            return LineCode.None;
        if (Id is null)
            return HasId ? LineCode.BadId : LineCode.NoId;
        return Problem != LineCode.None ? Problem : IsOfOnePatient() ? LineCode.None : LineCode.NoSubject;
    }

    private readonly bool IsOfOnePatient() => Type!.Kind switch
    {
        FhirKind.Patient => PatientId is null || PatientId == Id,
        FhirKind.Clinical => HasSubject && PatientId is not null,
        _ => PatientId is null,
    };
}
