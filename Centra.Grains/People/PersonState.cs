using System.Collections.Immutable;

namespace Centra.People;

/// <summary>A person, as the rules see them.</summary>
public sealed record PersonState(
    PersonStanding Standing, string? PracticeId, ImmutableArray<string> Roles, ImmutableArray<RoleProposal> Proposals,
    string? Employer, DateOnly? TrainedOn, DateTimeOffset? CredentialsResetAt)
{
    /// <summary>Before they were admitted.</summary>
    public static PersonState None { get; } = new(PersonStanding.None, null, [], [], null, null, null);
}

/// <summary>A person as stored.</summary>
public sealed record PersonRecord
{
    /// <summary>Whether they may sign in.</summary>
    public PersonStanding Standing { get; init; }

    /// <summary>The practice they act for.</summary>
    public string? PracticeId { get; init; }

    /// <summary>Approved roles.</summary>
    public string[]? Roles { get; init; }

    /// <summary>Roles that wait for a second operator.</summary>
    public RoleProposal[]? Proposals { get; init; }

    /// <summary>Who employs them.</summary>
    public string? Employer { get; init; }

    /// <summary>When they were last trained.</summary>
    public DateOnly? TrainedOn { get; init; }

    /// <summary>When an operator last reset their credentials.</summary>
    public DateTimeOffset? CredentialsResetAt { get; init; }
}
