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

    /// <summary>The members of an identity object as they come.</summary>
    private sealed class PlainIdentity
    {
        private readonly List<string> given = [];
        private readonly List<string> family = [];
        private readonly List<string> formerFamily = [];
        private readonly List<string> patientIds = [];
        private PatientDemographics rest = new();

        public bool HasBadDate => rest.BirthDate is { } date && !PartialDateText.IsDate(date);

        public PatientDemographics ToDemographics() => rest with
        {
            Given = [.. given],
            Family = family.FirstOrDefault(),
            FormerFamily = [.. family[Math.Min(1, family.Count)..], .. formerFamily],
            PatientIds = [.. patientIds],
        };

        public void ReadMember(ref JsonCursor cursor)
        {
            if (cursor.Is("given"u8))
                ReadTexts(ref cursor, given);
            else if (cursor.Is("family"u8))
                ReadTexts(ref cursor, family);
            else if (cursor.Is("formerFamily"u8))
                ReadTexts(ref cursor, formerFamily);
            else if (cursor.Is("patientIds"u8))
                ReadTexts(ref cursor, patientIds);
            else
                ReadSingle(ref cursor);
        }

        private void ReadSingle(ref JsonCursor cursor)
        {
            if (cursor.Is("birthDate"u8))
                rest = rest with { BirthDate = Single(ref cursor) };
            else if (cursor.Is("sex"u8))
                rest = rest with { Gender = Single(ref cursor) };
            else if (cursor.Is("nationalId"u8))
                rest = rest with { NationalId = Single(ref cursor) };
            else if (cursor.Is("postalCode"u8))
                rest = rest with { PostalCode = Single(ref cursor) };
            else if (cursor.Is("addressLine"u8))
                rest = rest with { AddressLine = Single(ref cursor) };
            else if (cursor.Is("phone"u8))
                rest = rest with { Phone = Single(ref cursor) };
            else
                cursor.Skip();
        }

        private static string? Single(ref JsonCursor cursor) => cursor.Text() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

        private static void ReadTexts(ref JsonCursor cursor, List<string> texts)
        {
            if (cursor.Token == System.Text.Json.JsonTokenType.String)
                Add(Single(ref cursor), texts);
            else if (cursor.EnterArray())
                while (cursor.NextItem())
                    Add(Single(ref cursor), texts);
        }

        private static void Add(string? text, List<string> texts)
        {
            if (text is not null)
                texts.Add(text);
        }
    }
}
