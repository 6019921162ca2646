using System.Collections.Immutable;

namespace Centra.Matching;

/// <summary>
/// An identity in the one form that everything is compared in. Made by <see cref="Normaliser"/> only. Empty text and empty arrays are
/// missing. Its text form says nothing.
/// </summary>
public sealed record NormalIdentity
{
    internal NormalIdentity()
    {
    }

    /// <summary>Upper-case words, the first given name first.</summary>
    public required ImmutableArray<string> Given { get; init; }

    /// <summary>Upper-case words, particles among them.</summary>
    public required ImmutableArray<string> Family { get; init; }

    /// <summary>Earlier family names, each as words.</summary>
    public required ImmutableArray<ImmutableArray<string>> FormerFamily { get; init; }

    public required PartialDate? BirthDate { get; init; }

    /// <summary>Female, male or unknown.</summary>
    public required AdministrativeSex Sex { get; init; }

    /// <summary>Nine digits.</summary>
    public required string NationalId { get; init; }

    /// <summary>Five digits of a US code, else letters and digits.</summary>
    public required string PostalCode { get; init; }

    /// <summary>House number, or empty.</summary>
    public required string HouseNumber { get; init; }

    /// <summary>Street without its type, direction and unit: letters, or digits of a numbered street.</summary>
    public required string Street { get; init; }

    /// <summary>Ten digits.</summary>
    public required string Phone { get; init; }

    /// <summary>Trimmed; letters and case as the practice has them.</summary>
    public required ImmutableArray<string> PatientIds { get; init; }

    /// <summary>
    /// Whether a record could ever be suppressed for an opt-out of this identity: it has an id, or a given name and a birth date. A thinner
    /// one leads to reviews at most, of many people, and is better refused (<see cref="MatchingRefusal.IdentityTooThin"/>).
    /// </summary>
    public bool IsSufficient =>
        NationalId.Length > 0 || !PatientIds.IsEmpty || (BirthDate is not null && GivenForms.Called(Given) is not null);

    /// <summary>The same as an identity, for normalising again.</summary>
    public PersonIdentity AsIdentity() => new()
    {
        Given = Given,
        Family = string.Join(' ', Family),
        FormerFamily = [.. FormerFamily.Select(words => string.Join(' ', words))],
        BirthDate = BirthDate,
        Sex = Sex,
        NationalId = NationalId,
        PostalCode = PostalCode,
        AddressLine = $"{HouseNumber} {Street}",
        Phone = Phone,
        PatientIds = PatientIds,
    };

    /// <inheritdoc/>
    public bool Equals(NormalIdentity? other) =>
        other is not null
        && BirthDate == other.BirthDate && Sex == other.Sex
        && Lines().SequenceEqual(other.Lines());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(BirthDate, Sex, string.Join('\n', Lines()));

    /// <summary>Says only what it is.</summary>
    public override string ToString() => nameof(NormalIdentity);

    private IEnumerable<string> Lines() =>
    [
        string.Join(' ', Given), string.Join(' ', Family), string.Join('|', FormerFamily.Select(words => string.Join(' ', words))),
        NationalId, PostalCode, HouseNumber, Street, Phone, .. PatientIds,
    ];
}
