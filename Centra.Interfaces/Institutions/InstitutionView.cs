using System.Collections.Immutable;
using Orleans;

namespace Centra.Institutions;

/// <summary>An institution.</summary>
/// <param name="Ror">Its ROR id, nine characters.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Officials">Who was verified to sign for it.</param>
[GenerateSerializer, Immutable, Alias("centra.institutions.view")]
public sealed record InstitutionView(
    [property: Id(0)] string Ror, [property: Id(1)] string Name, [property: Id(2)] string Country, [property: Id(3)] ImmutableArray<SigningOfficial> Officials)
{
    /// <summary>Whether this person may sign for it at this time.</summary>
    public bool MaySign(string userId, DateTimeOffset at) => Officials.Any(official => official.UserId == userId && official.VerifiedUntil > at);
}

/// <summary>Somebody who signs for an institution.</summary>
/// <param name="UserId">Who.</param>
/// <param name="VerifiedAt">When this was last verified.</param>
/// <param name="VerifiedBy">By whom.</param>
/// <param name="VerifiedUntil">Until when that holds: a year.</param>
[GenerateSerializer, Immutable, Alias("centra.institutions.official")]
public sealed record SigningOfficial(
    [property: Id(0)] string UserId, [property: Id(1)] DateTimeOffset VerifiedAt, [property: Id(2)] string VerifiedBy, [property: Id(3)] DateTimeOffset VerifiedUntil);
