using Orleans;
using Orleans.Concurrency;

namespace Centra.Access;

/// <summary>
/// One break-glass access: 60 minutes without a grant, told to all officers, reviewed within two working days. Key: <c>break-glass/ID</c>.
/// The reason in words is kept in the vault.
/// </summary>
[Alias("centra.access.break-glass")]
public interface IBreakGlassGrain : IRecordedGrain
{
    /// <summary>Opens it for the caller.</summary>
    [Alias("open")]
    Task<Result<BreakGlassView>> Open(CommandContext context, string purpose);

    /// <summary>An officer other than the user says what they think of it. An objection ends it at once.</summary>
    [Alias("review")]
    Task<Result<BreakGlassView>> Review(CommandContext context, ReviewOutcome outcome);

    /// <summary>
    /// Whether a person may look under it now. Refused with <see cref="AccessRefusal.BreakGlassNotFound"/> for anybody but its user,
    /// <see cref="AccessRefusal.BreakGlassHasEnded"/>, <see cref="AccessRefusal.BreakGlassIsForAnotherPurpose"/>.
    /// </summary>
    [ReadOnly, Alias("may-look")]
    Task<Result<Done>> MayLook(string userId, string purpose);
}

/// <summary>What an officer thinks of a break-glass access.</summary>
public enum ReviewOutcome
{
    /// <summary>Nobody reviewed it yet.</summary>
    None = 0,

    /// <summary>It was justified.</summary>
    Reviewed = 1,

    /// <summary>It was not.</summary>
    Objected = 2,
}

/// <summary>A break-glass access.</summary>
/// <param name="BreakGlassId">The access.</param>
/// <param name="UserId">Who used it.</param>
/// <param name="Purpose">What for.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="ReviewDue">By when an officer has to have reviewed it.</param>
/// <param name="Outcome">What the officer found.</param>
/// <param name="ReviewedBy">The officer.</param>
/// <param name="ReviewedAt">When.</param>
[GenerateSerializer, Immutable, Alias("centra.access.break-glass-view")]
public sealed record BreakGlassView(
    [property: Id(0)] string BreakGlassId,
    [property: Id(1)] string UserId,
    [property: Id(2)] string Purpose,
    [property: Id(3)] DateTimeOffset OpenedAt,
    [property: Id(4)] DateTimeOffset Until,
    [property: Id(5)] DateTimeOffset ReviewDue,
    [property: Id(6)] ReviewOutcome Outcome,
    [property: Id(7)] string? ReviewedBy,
    [property: Id(8)] DateTimeOffset? ReviewedAt);
