using System.Collections.Immutable;

namespace Centra.Reviews;

/// <summary>What a reviewer said: a closed family.</summary>
public abstract record ReviewerEvent;

/// <summary>Where they belong and what they know.</summary>
public sealed record ProfileSet(string? InstitutionId, ImmutableArray<string> Expertise) : ReviewerEvent;

/// <summary>To whom or what they are close.</summary>
public sealed record RelationDeclared(RelationKind Kind, string Target, string Note, DateTimeOffset At) : ReviewerEvent;

/// <summary>A relation has ended.</summary>
public sealed record RelationEnded(RelationKind Kind, string Target) : ReviewerEvent;

/// <summary>They will be away.</summary>
public sealed record AbsenceSet(DateOnly From, DateOnly To, string? DeputyId) : ReviewerEvent;

/// <summary>They are not away.</summary>
public sealed record AbsenceEnded : ReviewerEvent;
