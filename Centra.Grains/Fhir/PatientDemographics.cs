using System.Collections.Immutable;

namespace Centra.Fhir;

/// <summary>Who a practice says a person is: strings as they were written, not normalised. Prints nothing of it.</summary>
public sealed record PatientDemographics
{
    /// <summary>Present given names in order, those of the official name first; then given names of former names.</summary>
    public ImmutableArray<string> Given { get; init; } = [];

    /// <summary>Present family name.</summary>
    public string? Family { get; init; }

    /// <summary>Maiden and earlier family names, and further ones in use beside <see cref="Family"/>.</summary>
    public ImmutableArray<string> FormerFamily { get; init; } = [];

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd; a date of the calendar.</summary>
    public string? BirthDate { get; init; }

    /// <summary>Administrative gender or sex.</summary>
    public string? Gender { get; init; }

    /// <summary>US social security number.</summary>
    public string? NationalId { get; init; }

    /// <summary>Of the home address.</summary>
    public string? PostalCode { get; init; }

    /// <summary>First line of the home address.</summary>
    public string? AddressLine { get; init; }

    /// <summary>Home or mobile telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>What the practice calls the patient: the resource's id and the identifiers that are its own numbers.</summary>
    public ImmutableArray<string> PatientIds { get; init; } = [];

    /// <summary>The name of the type.</summary>
    public override string ToString() => nameof(PatientDemographics);
}
