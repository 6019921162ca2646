namespace Centra.Tests.DeIdentification;

/// <summary>The eighteen kinds of identifiers of 45 CFR 164.514(b)(2)(i), (A) to (R).</summary>
public enum IdentifierKind
{
    Name,
    Geography,
    Date,
    Telephone,
    Fax,
    Email,
    SocialSecurity,
    MedicalRecord,
    HealthPlan,
    Account,
    Licence,
    Vehicle,
    Device,
    Url,
    IpAddress,
    Biometric,
    Photograph,
    OtherUnique,
}
