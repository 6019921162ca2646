using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// Reads who a Patient is. Relatives and contacts are not looked at, nor extensions: the mother's maiden name is not the patient's.
/// An identity element of the wrong shape refuses the line, because reading it as absent could let an opted-out person through.
/// </summary>
internal ref struct DemographicsReader
{
    private readonly HumanNames names = new();
    private readonly PatientIdentifiers identifiers = new();
    private readonly PatientContact contact = new();
    private JsonCursor cursor;
    private string? id;
    private string? birthDate;
    private string? gender;

    private DemographicsReader(ReadOnlySpan<byte> patient) => cursor = new JsonCursor(patient);

    public static LineCode Read(ReadOnlySpan<byte> patient, out PatientDemographics? demographics)
    {
        var reader = new DemographicsReader(patient);
        reader.ReadMembers();
        demographics = null;
        if (reader.cursor.IsBad)
            return LineCode.BadValue;
        if (reader.birthDate is { } date && !PartialDateText.IsDate(date))
            return LineCode.BadDate;
        demographics = reader.ToDemographics();
        return LineCode.None;
    }

    private void ReadMembers()
    {
        cursor.EnterObject();
        while (cursor.NextMember())
            if (cursor.Is("id"u8))
                id = cursor.Text();
            else if (cursor.Is("birthDate"u8))
                birthDate = cursor.Text();
            else if (cursor.Is("gender"u8))
                gender = cursor.Text();
            else
                ReadList();
    }

    private void ReadList()
    {
        if (cursor.Is("name"u8))
            names.Read(ref cursor);
        else if (cursor.Is("identifier"u8))
            identifiers.Read(ref cursor);
        else if (cursor.Is("address"u8))
            contact.ReadAddresses(ref cursor);
        else if (cursor.Is("telecom"u8))
            contact.ReadTelecoms(ref cursor);
        else
            cursor.Skip();
    }

    private readonly PatientDemographics ToDemographics() => new()
    {
        Given = names.Given(),
        Family = names.Family(),
        FormerFamily = names.FormerFamily(),
        BirthDate = birthDate,
        Gender = gender,
        NationalId = identifiers.NationalId,
        PostalCode = contact.PostalCode,
        AddressLine = contact.AddressLine,
        Phone = contact.Phone,
        PatientIds = [.. identifiers.Own.Prepend(id!).Distinct()],
    };
}
