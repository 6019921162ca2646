using Orleans;

namespace Centra;

/// <summary>Who acts. Taken from the authenticated principal by the endpoint, never from a body.</summary>
/// <param name="Id">User id, or <c>key:PRACTICE/KEY</c> for a practice's API key.</param>
/// <param name="PracticeId">The practice the actor belongs to; null for the society's staff.</param>
[GenerateSerializer, Immutable, Alias("centra.actor")]
public sealed record Actor([property: Id(0)] string Id, [property: Id(1)] string? PracticeId);
