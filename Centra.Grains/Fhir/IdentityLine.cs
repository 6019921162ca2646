using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>A line read as an identity for screening or opting out, or the code that says why not. Exactly one of the two.</summary>
/// <param name="Code">Why not; None if it was read.</param>
/// <param name="Demographics">The identity; null if it was not read.</param>
public readonly record struct IdentityLine(LineCode Code, PatientDemographics? Demographics)
{
    /// <summary>
    /// Reads a FHIR Patient, or an object with any of given, family, formerFamily, birthDate, sex, nationalId, postalCode, addressLine,
    /// phone, patientIds. Lists may be single strings and the other way round; null counts as absent, unknown members are passed over.
    /// </summary>
    /// <param name="line">UTF-8 JSON.</param>
    public static IdentityLine Read(ReadOnlyMemory<byte> line)
    {
        var code = FhirLine.Scan(line.Span, out var found);
        if (code == LineCode.None && !found.IsObject)
            code = LineCode.NotAnObject;
        if (code != LineCode.None)
            return new IdentityLine(code, null);
        return found.HasResourceType ? Patient(line) : Plain(line.Span);
    }

    private static IdentityLine Patient(ReadOnlyMemory<byte> line)
    {
        var (code, resource) = FhirLine.Read(line);
        if (code == LineCode.None && resource!.Kind != FhirKind.Patient)
            code = LineCode.NotAPatient;
        return new IdentityLine(code, code == LineCode.None ? resource!.Demographics : null);
    }

    private static IdentityLine Plain(ReadOnlySpan<byte> line)
    {
        var cursor = new JsonCursor(line);
        var identity = new PlainIdentity();
        cursor.EnterObject();
        while (cursor.NextMember())
            identity.ReadMember(ref cursor);
        if (cursor.IsBad)
            return new IdentityLine(LineCode.BadValue, null);
        return identity.HasBadDate ? new IdentityLine(LineCode.BadDate, null) : new IdentityLine(LineCode.None, identity.ToDemographics());
    }
}
