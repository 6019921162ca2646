using System.Collections.Immutable;
using Orleans;
using Orleans.Concurrency;
using static Centra.Access.AccessRefusal;
using static Centra.People.PersonRefusal;

namespace Centra.Access;

/// <summary>
/// A person's grant for looking at identifiable data (design: opt-out.md, "Looking"). Key: <c>look-grant/USER</c>. One grant a person;
/// giving another replaces it.
/// </summary>
[Alias("centra.access.look-grant")]
public interface ILookGrantGrain : IRecordedGrain
{
    /// <summary>Carries out a privacy officer's command, once.</summary>
    [Alias("handle")]
    Task<Result<LookGrantView>> Handle(CommandContext context, LookGrantCommand command);

    /// <summary>The grant. Refused with <see cref="AccessRefusal.GrantNotFound"/>.</summary>
    [ReadOnly, Alias("view")]
    Task<Result<LookGrantView>> View();

    /// <summary>
    /// Whether the holder may look for a purpose now. Refused with <see cref="AccessRefusal.LookNeedsGrant"/> or
    /// <see cref="AccessRefusal.GrantNeedsRecertification"/>.
    /// </summary>
    [ReadOnly, Alias("may-look")]
    Task<Result<Done>> MayLook(string purpose);
}

/// <summary>What can be commanded of a grant: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.access.look-grant-command")]
public abstract record LookGrantCommand;

/// <summary>Gives a grant.</summary>
/// <param name="Purposes">Purposes from the list.</param>
/// <param name="Until">When it ends; within twelve months.</param>
[RefusedWith(PersonNotFound, NobodyGrantsThemselves, PurposeIsUnknown, GrantPeriodIsWrong, TrainingIsMissing)]
[GenerateSerializer, Immutable, Alias("centra.access.give-grant")]
public sealed record GiveLookGrant([property: Id(0)] ImmutableArray<string> Purposes, [property: Id(1)] DateTimeOffset Until) : LookGrantCommand;

/// <summary>Confirms that the grant is still needed, and extends it.</summary>
/// <param name="Until">When it ends; within twelve months from now.</param>
[RefusedWith(PersonNotFound, NobodyGrantsThemselves, GrantNotFound, GrantPeriodIsWrong, TrainingIsMissing)]
[GenerateSerializer, Immutable, Alias("centra.access.recertify-grant")]
public sealed record RecertifyLookGrant([property: Id(0)] DateTimeOffset Until) : LookGrantCommand;

/// <summary>Ends a grant now.</summary>
[RefusedWith(PersonNotFound, GrantNotFound)]
[GenerateSerializer, Immutable, Alias("centra.access.revoke-grant")]
public sealed record RevokeLookGrant : LookGrantCommand;

/// <summary>A grant for looking.</summary>
/// <param name="UserId">The holder.</param>
/// <param name="Purposes">What for.</param>
/// <param name="Until">When it ends.</param>
/// <param name="GivenBy">The officer who gave it.</param>
/// <param name="GivenAt">When.</param>
/// <param name="CertifiedBy">The officer who last confirmed it.</param>
/// <param name="CertifiedAt">When.</param>
/// <param name="Employer">The holder's employer as of then.</param>
/// <param name="TrainedOn">The holder's training as of then.</param>
/// <param name="RevokedAt">When it was revoked.</param>
[GenerateSerializer, Immutable, Alias("centra.access.look-grant-view")]
public sealed record LookGrantView(
    [property: Id(0)] string UserId,
    [property: Id(1)] ImmutableArray<string> Purposes,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] string GivenBy,
    [property: Id(4)] DateTimeOffset GivenAt,
    [property: Id(5)] string CertifiedBy,
    [property: Id(6)] DateTimeOffset CertifiedAt,
    [property: Id(7)] string Employer,
    [property: Id(8)] DateOnly TrainedOn,
    [property: Id(9)] DateTimeOffset? RevokedAt);
