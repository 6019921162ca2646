namespace Centra.People;

/// <summary>What happens to a person who signs in: a closed family.</summary>
public abstract record PersonEvent;

/// <summary>They may sign in.</summary>
public sealed record PersonAdmitted(string? PracticeId, DateTimeOffset At) : PersonEvent;

/// <summary>A role was proposed for them.</summary>
public sealed record RoleProposed(string Role, string By, DateTimeOffset At) : PersonEvent;

/// <summary>They have a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="ProposedBy">The first operator.</param>
/// <param name="ApprovedBy">The second; null where one was enough.</param>
public sealed record RoleGranted(string Role, string ProposedBy, string? ApprovedBy) : PersonEvent;

/// <summary>They lost a role.</summary>
public sealed record RoleRemoved(string Role) : PersonEvent;

/// <summary>A proposal was dropped.</summary>
public sealed record RoleProposalDropped(string Role) : PersonEvent;

/// <summary>They are out.</summary>
public sealed record PersonDisabled : PersonEvent;

/// <summary>They are in again.</summary>
public sealed record PersonEnabled : PersonEvent;

/// <summary>They were trained.</summary>
public sealed record TrainingRecorded(string Employer, DateOnly TrainedOn) : PersonEvent;

/// <summary>Something about their credentials changed.</summary>
public sealed record CredentialsChanged(CredentialChange Change, DateTimeOffset At) : PersonEvent;
