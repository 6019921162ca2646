using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// What a practice knows of who a person is, as written there. Plaintext: it lives as long as a request and is stored nowhere but
/// encrypted in the vault. Its text form says nothing. What is not known is null or empty.
/// </summary>
public sealed record PersonIdentity
{
    /// <summary>First and middle names, in their order. An entry may hold several.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Family name now.</summary>
    public string? Family { get; init; }

    /// <summary>Earlier family names: before marriage, or before a change of name.</summary>
    public ImmutableArray<string> FormerFamily { get; init; } = [];

    public PartialDate? BirthDate { get; init; }

    public AdministrativeSex Sex { get; init; }

    /// <summary>US social security number, however it is punctuated.</summary>
    public string? NationalId { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>House number and street; without city, state and postal code.</summary>
    public string? AddressLine { get; init; }

    public string? Phone { get; init; }

    /// <summary>The practice's own ids of this person. Compared only with ids of the same practice.</summary>
    public ImmutableArray<string> PatientIds { get; init; } = [];

    /// <summary>Says only what it is.</summary>
    public override string ToString() => nameof(PersonIdentity);
}
