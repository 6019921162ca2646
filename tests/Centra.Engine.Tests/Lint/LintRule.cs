namespace Centra.Engine.Tests.Lint;

/// <summary>What Orleans' generator or analyzers would refuse, or what would go wrong on the wire without a word.</summary>
public enum LintRule
{
    None = 0,
    MethodReturnsNoTask,
    ParameterIsByReference,
    MethodIsGeneric,
    MethodIsOneWay,
    CancellationTokenIsNotTheOneLastParameter,
    InterfaceHasPropertyOrEvent,
    GrainIsGeneric,
    TypeCannotCross,
    TypeIsHidden,
    TypeHasNoSerializer,
    TypeIsNotImmutable,
    TypeHasNoAlias,
    AliasIsTaken,
    MemberHasNoId,
    IdIsTaken,
    StateNameIsTaken,
    ProjectHasNoGenerator,
}

/// <summary>A rule and what breaks it.</summary>
public sealed record Finding(LintRule Rule, string Subject);
