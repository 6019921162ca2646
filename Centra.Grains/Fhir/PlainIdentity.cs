using System.Collections.Immutable;
using System.Text.Json;

namespace Centra.Fhir;

/// <summary>The members of an identity object as they come.</summary>
internal ref struct PlainIdentity
{
    private ImmutableArray<string> given = [];
    private ImmutableArray<string> family = [];
    private ImmutableArray<string> formerFamily = [];
    private ImmutableArray<string> patientIds = [];
    private string? birthDate;
    private string? sex;
    private string? nationalId;
    private string? postalCode;
    private string? addressLine;
    private string? phone;

    public PlainIdentity()
    {
    }

    public readonly bool HasBadDate => birthDate is not null && !PartialDateText.IsDate(birthDate);

    public readonly PatientDemographics ToDemographics() => new()
    {
        Given = given,
        Family = family.IsEmpty ? null : family[0],
        FormerFamily = family.Length > 1 ? [.. family.AsSpan()[1..], .. formerFamily] : formerFamily,
        BirthDate = birthDate,
        Gender = sex,
        NationalId = nationalId,
        PostalCode = postalCode,
        AddressLine = addressLine,
        Phone = phone,
        PatientIds = patientIds,
    };

    public void ReadMember(ref JsonCursor cursor)
    {
        if (cursor.Is("given"u8))
            given = Texts(ref cursor);
        else if (cursor.Is("family"u8))
            family = Texts(ref cursor);
        else if (cursor.Is("formerFamily"u8))
            formerFamily = Texts(ref cursor);
        else if (cursor.Is("patientIds"u8))
            patientIds = Texts(ref cursor);
        else
            ReadSingle(ref cursor);
    }

    private void ReadSingle(ref JsonCursor cursor)
    {
        if (cursor.Is("birthDate"u8))
            birthDate = Text(ref cursor);
        else if (cursor.Is("sex"u8))
            sex = Text(ref cursor);
        else if (cursor.Is("nationalId"u8))
            nationalId = Text(ref cursor);
        else if (cursor.Is("postalCode"u8))
            postalCode = Text(ref cursor);
        else if (cursor.Is("addressLine"u8))
            addressLine = Text(ref cursor);
        else if (cursor.Is("phone"u8))
            phone = Text(ref cursor);
        else
            cursor.Skip();
    }

    private static string? Text(ref JsonCursor cursor) => cursor.Text() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static ImmutableArray<string> Texts(ref JsonCursor cursor)
    {
        if (cursor.Token == JsonTokenType.String)
            return Text(ref cursor) is { } single ? [single] : [];
        if (!cursor.EnterArray())
            return [];
        var texts = ImmutableArray.CreateBuilder<string>(2);
        while (cursor.NextItem())
            if (Text(ref cursor) is { } text)
                texts.Add(text);
        return texts.DrainToImmutable();
    }
}
