using System.Collections.Immutable;
using Orleans;

namespace Centra.People;

/// <summary>A person and their rights. Name and e-mail are kept with the credentials.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Standing">Whether they may sign in.</param>
/// <param name="PracticeId">The practice they act for, if one.</param>
/// <param name="Roles">Approved roles: those that count.</param>
/// <param name="Proposals">Roles that wait for a second operator.</param>
/// <param name="Employer">Who employs them, as the last training said.</param>
/// <param name="TrainedOn">When they were last trained in handling identifiable data.</param>
/// <param name="CredentialsResetAt">When an operator last gave a one-time password or took a second factor away.</param>
[GenerateSerializer, Immutable, Alias("centra.people.view")]
public sealed record PersonView(
    [property: Id(0)] string UserId,
    [property: Id(1)] PersonStanding Standing,
    [property: Id(2)] string? PracticeId,
    [property: Id(3)] ImmutableArray<string> Roles,
    [property: Id(4)] ImmutableArray<RoleProposal> Proposals,
    [property: Id(5)] string? Employer,
    [property: Id(6)] DateOnly? TrainedOn,
    [property: Id(7)] DateTimeOffset? CredentialsResetAt);

/// <summary>A role that waits for a second operator.</summary>
/// <param name="Role">The role.</param>
/// <param name="ProposedBy">The first operator.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("centra.people.proposal")]
public sealed record RoleProposal([property: Id(0)] string Role, [property: Id(1)] string ProposedBy, [property: Id(2)] DateTimeOffset At);
