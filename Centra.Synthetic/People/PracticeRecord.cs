using System.Collections.Immutable;

namespace Centra.Synthetic;

/// <summary>
/// A made-up person as some practice wrote them down: any field may be missing (null), wrong or in the wrong place.
/// </summary>
/// <param name="Given">First and middle names; may be empty.</param>
/// <param name="Family">Family name.</param>
/// <param name="BirthDate">YYYY-MM-DD, or what was taken for it.</param>
/// <param name="IsFemale">Administrative sex.</param>
/// <param name="Ssn">Social security number.</param>
/// <param name="AddressLine">House number and street.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="Phone">Telephone number.</param>
public sealed record PracticeRecord(
    ImmutableArray<string> Given,
    string? Family,
    string? BirthDate,
    bool? IsFemale,
    string? Ssn,
    string? AddressLine,
    string? PostalCode,
    string? Phone)
{
    /// <summary>Former family names that the practice knows of.</summary>
    public ImmutableArray<string> FormerFamily { get; init; } = [];

    /// <summary>Everything right and complete.</summary>
    public static PracticeRecord Of(Person person) => new(
        person.Given, person.Family, $"{person.BirthDate:yyyy-MM-dd}", person.IsFemale, person.Ssn, person.AddressLine,
            person.PostalCode, person.Phone)
    {
        FormerFamily = person.FormerFamily is null ? [] : [person.FormerFamily],
    };
}
