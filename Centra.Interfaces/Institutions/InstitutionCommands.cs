using Orleans;
using static Centra.Institutions.InstitutionRefusal;

namespace Centra.Institutions;

/// <summary>What can be commanded of an institution: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.institutions.command")]
[RefusedWith(RorIdIsWrong)]
public abstract record InstitutionCommand;

/// <summary>An institution is listed, or what is known of it is said anew.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
[GenerateSerializer, Immutable, Alias("centra.institutions.record")]
[RefusedWith(InstitutionNameIsWrong, CountryIsWrong)]
public sealed record RecordInstitution([property: Id(0)] string Name, [property: Id(1)] string Country) : InstitutionCommand;

/// <summary>Somebody who signs for it was verified; holds a year.</summary>
/// <param name="UserId">Who; not oneself.</param>
/// <param name="Evidence">How: where the person was looked up.</param>
[GenerateSerializer, Immutable, Alias("centra.institutions.verify-official")]
[RefusedWith(InstitutionNotFound, OfficialIsTheVerifier, EvidenceIsMissing, PersonIsNoSigningOfficial)]
public sealed record VerifyOfficial([property: Id(0)] string UserId, [property: Id(1)] string Evidence) : InstitutionCommand;

/// <summary>Somebody signs for it no longer.</summary>
[GenerateSerializer, Immutable, Alias("centra.institutions.remove-official")]
[RefusedWith(InstitutionNotFound, OfficialNotFound)]
public sealed record RemoveOfficial([property: Id(0)] string UserId) : InstitutionCommand;
