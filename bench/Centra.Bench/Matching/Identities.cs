using Centra.Matching;
using Centra.Synthetic;

namespace Centra.Bench.Matching;

/// <summary>Made-up people as identities.</summary>
public static class Identities
{
    /// <summary>What a practice wrote, as it would be read from its records.</summary>
    public static PersonIdentity Of(PracticeRecord record) => new()
    {
        Given = record.Given,
        Family = record.Family,
        FormerFamily = record.FormerFamily,
        BirthDate = PartialDate.TryParse(record.BirthDate, out var birth) ? birth : null,
        Sex = SexOf(record.IsFemale),
        NationalId = record.Ssn,
        AddressLine = record.AddressLine,
        PostalCode = record.PostalCode,
        Phone = record.Phone,
    };

    private static AdministrativeSex SexOf(bool? isFemale) => isFemale switch
    {
        true => AdministrativeSex.Female,
        false => AdministrativeSex.Male,
        null => AdministrativeSex.Unknown,
    };

    /// <summary>A person written down without fault.</summary>
    public static PersonIdentity Of(Person person) => Of(PracticeRecord.Of(person));
}
