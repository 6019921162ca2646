using System.Collections.Immutable;

namespace Centra.Synthetic;

/// <summary>A generated person. Everything about them is made up from a seed; nobody real is meant.</summary>
/// <param name="Number">0-based position in the generated population; unique in it.</param>
/// <param name="Given">First and middle names, at least one.</param>
/// <param name="Family">Family name now.</param>
/// <param name="FormerFamily">Family name before marriage or change, if any.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="IsFemale">Administrative sex.</param>
/// <param name="Ssn">Nine digits, never a number that the Social Security Administration could issue (900-999 area), or null.</param>
/// <param name="AddressLine">House number and street.</param>
/// <param name="City">City.</param>
/// <param name="State">Two-letter state code.</param>
/// <param name="PostalCode">Five digits.</param>
/// <param name="Phone">Ten digits in the fictional 555-01xx range where possible, or null.</param>
public sealed record Person(
    int Number,
    ImmutableArray<string> Given,
    string Family,
    string? FormerFamily,
    DateOnly BirthDate,
    bool IsFemale,
    string? Ssn,
    string AddressLine,
    string City,
    string State,
    string PostalCode,
    string? Phone);
