namespace Centra.Fhir;

/// <summary>
/// The identifiers of a Patient: the social security number, by its system or type SS; and the practice's own numbers, which are those of
/// type MR, PI or PT (HL7 table 0203) and those without a type. Licences, passports, accounts, plan numbers and the rest are passed over.
/// </summary>
internal sealed class PatientIdentifiers
{
    private bool isNationalIdOld;

    public string? NationalId { get; private set; }

    public List<string> Own { get; } = [];

    public void Read(ref JsonCursor cursor)
    {
        if (!cursor.EnterArray())
            return;
        while (cursor.NextItem())
            ReadOne(ref cursor);
    }

    private void ReadOne(ref JsonCursor cursor)
    {
        var (use, system, value, types) = ((string?)null, (string?)null, (string?)null, new List<string>());
        if (!cursor.EnterObject())
            return;
        while (cursor.NextMember())
            if (cursor.Is("use"u8))
                use = cursor.Text();
            else if (cursor.Is("system"u8))
                system = cursor.Text();
            else if (cursor.Is("value"u8))
                value = cursor.Text();
            else if (cursor.Is("type"u8))
                CodesOf(ref cursor, types);
            else
                cursor.Skip();
        if (!string.IsNullOrWhiteSpace(value))
            Take(use, system, value, types);
    }

    private void Take(string? use, string? system, string value, List<string> types)
    {
        if (system is "http://hl7.org/fhir/sid/us-ssn" or "urn:oid:2.16.840.1.113883.4.1" || types.Contains("SS"))
            TakeNationalId(value, use == "old");
        else if (types.Count == 0 || types.Exists(type => type is "MR" or "PI" or "PT"))
            Own.Add(value);
    }

    private void TakeNationalId(string value, bool isOld)
    {
        if (NationalId is null || (isNationalIdOld && !isOld))
            (NationalId, isNationalIdOld) = (value, isOld);
    }

    private static void CodesOf(ref JsonCursor concept, List<string> codes)
    {
        if (!concept.EnterObject())
            return;
        while (concept.NextMember())
            if (concept.Is("coding"u8) && concept.EnterArray())
                while (concept.NextItem())
                    CodeOf(ref concept, codes);
            else
                concept.Skip();
    }

    private static void CodeOf(ref JsonCursor coding, List<string> codes)
    {
        if (!coding.EnterObject())
            return;
        while (coding.NextMember())
            if (coding.Is("code"u8) && coding.Text() is { } code)
                codes.Add(code);
            else
                coding.Skip();
    }
}
