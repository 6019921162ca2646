namespace Centra.Access;

/// <summary>What happens to a break-glass access: a closed family.</summary>
public abstract record BreakGlassEvent;

/// <summary>Somebody broke the glass.</summary>
public sealed record GlassBroken(string UserId, string Purpose, DateTimeOffset At, DateTimeOffset Until, DateTimeOffset ReviewDue) : BreakGlassEvent;

/// <summary>An officer said what they think of it.</summary>
public sealed record BreakGlassReviewed(ReviewOutcome Outcome, string By, DateTimeOffset At) : BreakGlassEvent;
