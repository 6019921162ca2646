using System.Collections.Immutable;

namespace Centra.Access;

/// <summary>The rules of break-glass access. Pure. (Design: opt-out.md, "Looking".)</summary>
public static class BreakGlassRules
{
    private const int ReviewWithinDays = 2;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    /// <summary>Opens it.</summary>
    public static Result<ImmutableArray<BreakGlassEvent>> Open(BreakGlassState state, string purpose, string userId, DateTimeOffset now) => state switch
    {
        _ when Purposes.Find(purpose) is null => AccessRefusal.PurposeIsUnknown,
        { Exists: true } => ImmutableArray<BreakGlassEvent>.Empty,
        _ => Happens(new GlassBroken(userId, purpose, now, now + Lasts, WorkingDays.EndAfter(now, ReviewWithinDays))),
    };

    /// <summary>An officer reviews it.</summary>
    public static Result<ImmutableArray<BreakGlassEvent>> Review(BreakGlassState state, ReviewOutcome outcome, string officer, DateTimeOffset now) => state switch
    {
        { Exists: false } => AccessRefusal.BreakGlassNotFound,
        _ when outcome is not (ReviewOutcome.Reviewed or ReviewOutcome.Objected) => AccessRefusal.OutcomeIsWrong,
        _ when state.UserId == officer => AccessRefusal.SecondOfficerReviews,
        { Outcome: ReviewOutcome.None } => Happens(new BreakGlassReviewed(outcome, officer, now)),
        _ when state.Outcome == outcome => ImmutableArray<BreakGlassEvent>.Empty,
        _ => AccessRefusal.BreakGlassWasReviewed,
    };

    /// <summary>Whether a person may look under it.</summary>
    public static Refusal? MayLook(BreakGlassState state, string userId, string purpose, DateTimeOffset now) => state switch
    {
        { Exists: false } => AccessRefusal.BreakGlassNotFound.Because(),
        _ when state.UserId != userId => AccessRefusal.BreakGlassNotFound.Because(),
        _ when now >= state.Until || state.Outcome is ReviewOutcome.Objected => AccessRefusal.BreakGlassHasEnded.Because(),
        _ when state.Purpose != purpose => AccessRefusal.BreakGlassIsForAnotherPurpose.Because(),
        _ => null,
    };

    /// <summary>The state after an event.</summary>
    public static BreakGlassState Apply(BreakGlassState state, BreakGlassEvent happened) => happened switch
    {
        GlassBroken broken => new BreakGlassState(broken.UserId, broken.Purpose, broken.At, broken.Until, broken.ReviewDue, ReviewOutcome.None, null, null),
        BreakGlassReviewed reviewed => state with { Outcome = reviewed.Outcome, ReviewedBy = reviewed.By, ReviewedAt = reviewed.At },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static ImmutableArray<BreakGlassEvent> Happens(BreakGlassEvent happened) => [happened];
}
