namespace Centra.Matching;

/// <summary>The fields that are compared, in the order in which a pattern names them.</summary>
public enum MatchField
{
    Given = 0,
    Middle = 1,
    Family = 2,
    BirthDate = 3,
    Sex = 4,
    NationalId = 5,
    PatientId = 6,
    PostalCode = 7,
    Address = 8,
    Phone = 9,
}
