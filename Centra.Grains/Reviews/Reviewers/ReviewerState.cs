using System.Collections.Immutable;

namespace Centra.Reviews;

/// <summary>A reviewer, as the rules see them.</summary>
/// <param name="HasProfile">Whether a profile was set: before, nobody knows of conflicts.</param>
/// <param name="InstitutionId">Where they belong.</param>
/// <param name="Expertise">What they know.</param>
/// <param name="Relations">Whom and what they are close to.</param>
/// <param name="Absence">When they are away.</param>
public sealed record ReviewerState(bool HasProfile, string? InstitutionId, ImmutableArray<string> Expertise, ImmutableArray<Relation> Relations, Absence? Absence)
{
    /// <summary>Before the first word.</summary>
    public static ReviewerState None { get; } = new(false, null, [], [], null);
}

/// <summary>From one day to another, both away.</summary>
public sealed record Absence(DateOnly From, DateOnly To, string? DeputyId);

/// <summary>What other grains know that a command depends on.</summary>
/// <param name="IsInstitutionListed">Whether the institution named is listed.</param>
/// <param name="IsDeputyReviewer">Whether the deputy named has the role.</param>
public sealed record ReviewerFacts(bool IsInstitutionListed, bool IsDeputyReviewer);

/// <summary>A reviewer as they are stored.</summary>
public sealed record ReviewerRecord
{
    /// <summary>Whether a profile was set.</summary>
    public bool HasProfile { get; init; }

    /// <summary>Where they belong.</summary>
    public string? InstitutionId { get; init; }

    /// <summary>What they know.</summary>
    public string[]? Expertise { get; init; }

    /// <summary>Whom and what they are close to.</summary>
    public Relation[]? Relations { get; init; }

    /// <summary>When they are away.</summary>
    public Absence? Absence { get; init; }
}
