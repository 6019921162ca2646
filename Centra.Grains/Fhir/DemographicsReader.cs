using Centra.Ingest;

namespace Centra.Fhir;

/// <summary>
/// Reads who a Patient is. Relatives and contacts are not looked at, nor extensions: the mother's maiden name is not the patient's.
/// An identity element of the wrong shape refuses the line, because reading it as absent could let an opted-out person through.
/// </summary>
internal static class DemographicsReader
{
    public static LineCode Read(ReadOnlySpan<byte> patient, out PatientDemographics? demographics)
    {
        var cursor = new JsonCursor(patient);
        var (names, ids, contact) = (new HumanNames(), new PatientIdentifiers(), new PatientContact());
        var (id, birthDate, gender) = ("", (string?)null, (string?)null);
        cursor.EnterObject();
        while (cursor.NextMember())
            switch (cursor.Name)
            {
                case var member when member.SequenceEqual("id"u8):
                    id = cursor.Text();
                    break;
                case var member when member.SequenceEqual("name"u8):
                    names.Read(ref cursor);
                    break;
                case var member when member.SequenceEqual("identifier"u8):
                    ids.Read(ref cursor);
                    break;
                case var member when member.SequenceEqual("address"u8):
                    contact.ReadAddresses(ref cursor);
                    break;
                case var member when member.SequenceEqual("telecom"u8):
                    contact.ReadTelecoms(ref cursor);
                    break;
                case var member when member.SequenceEqual("birthDate"u8):
                    birthDate = cursor.Text();
                    break;
                case var member when member.SequenceEqual("gender"u8):
                    gender = cursor.Text();
                    break;
                default:
                    cursor.Skip();
                    break;
            }

        demographics = null;
        if (cursor.IsBad)
            return LineCode.BadValue;
        if (birthDate is not null && !PartialDateText.IsDate(birthDate))
            return LineCode.BadDate;
        demographics = new PatientDemographics
        {
            Given = names.Given(),
            Family = names.Family(),
            FormerFamily = names.FormerFamily(),
            BirthDate = birthDate,
            Gender = gender,
            NationalId = ids.NationalId,
            PostalCode = contact.PostalCode,
            AddressLine = contact.AddressLine,
            Phone = contact.Phone,
            PatientIds = [.. ids.Own.Prepend(id!).Distinct()],
        };
        return LineCode.None;
    }
}
