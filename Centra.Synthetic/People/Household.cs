using System.Collections.Immutable;

namespace Centra.Synthetic;

/// <summary>People who live at one address and share its telephone: a single person or a couple, and their children.</summary>
/// <param name="People">The members, adults first; at least one.</param>
public sealed record Household(ImmutableArray<Person> People);
