namespace Centra.Access;

/// <summary>Who looks.</summary>
/// <param name="Who">User id, or the name of an API key.</param>
/// <param name="Role">In which role; "key" for a key.</param>
/// <param name="PracticeId">Whose own patients they see; null for the society's staff, who need a grant.</param>
public sealed record Looker(string Who, string Role, string? PracticeId);

/// <summary>What a look is for.</summary>
/// <param name="Purpose">Id of a purpose; not needed for a practice's own patients.</param>
/// <param name="BreakGlass">Id of a break-glass access, instead of a grant.</param>
public sealed record LookAsk(string? Purpose, string? BreakGlass);

/// <summary>A look that is allowed.</summary>
public sealed record AllowedLook(Looker Looker, Purpose Purpose, string? BreakGlass);
