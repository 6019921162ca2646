using Centra.Fhir;
using Centra.Matching;

namespace Centra.Gate;

/// <summary>From what a record says of a person to what is matched.</summary>
public static class Demographics
{
    /// <summary>The normalised identity. Fields that cannot be read count as missing; readers refuse wrong dates before.</summary>
    public static NormalIdentity ToIdentity(this PatientDemographics demographics) => Normaliser.Normalise(new PersonIdentity
    {
        Given = demographics.Given,
        Family = demographics.Family,
        FormerFamily = demographics.FormerFamily,
        BirthDate = PartialDate.TryParse(demographics.BirthDate, out var date) ? date : null,
        Sex = SexOf(demographics.Gender),
        NationalId = demographics.NationalId,
        PostalCode = demographics.PostalCode,
        AddressLine = demographics.AddressLine,
        Phone = demographics.Phone,
        PatientIds = demographics.PatientIds,
    });

    private static AdministrativeSex SexOf(string? gender) => gender?.Trim().ToUpperInvariant() switch
    {
        "FEMALE" or "F" => AdministrativeSex.Female,
        "MALE" or "M" => AdministrativeSex.Male,
        _ => default,
    };
}
