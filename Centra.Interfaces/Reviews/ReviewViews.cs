using System.Collections.Immutable;
using Orleans;

namespace Centra.Reviews;

/// <summary>A reviewer.</summary>
/// <param name="UserId">Who.</param>
/// <param name="InstitutionId">ROR id; null: independent.</param>
/// <param name="Expertise">What they know.</param>
/// <param name="Relations">Whom and what they are close to.</param>
/// <param name="AbsentFrom">First day of an absence.</param>
/// <param name="AbsentTo">Its last day.</param>
/// <param name="DeputyId">Who stands in.</param>
[GenerateSerializer, Immutable, Alias("centra.reviews.reviewer-view")]
public sealed record ReviewerView(
    [property: Id(0)] string UserId,
    [property: Id(1)] string? InstitutionId,
    [property: Id(2)] ImmutableArray<string> Expertise,
    [property: Id(3)] ImmutableArray<Relation> Relations,
    [property: Id(4)] DateOnly? AbsentFrom,
    [property: Id(5)] DateOnly? AbsentTo,
    [property: Id(6)] string? DeputyId)
{
    /// <summary>User ids of people they are close to.</summary>
    public ImmutableArray<string> RelatedUsers => Related(RelationKind.Person);

    /// <summary>ROR ids of institutions they are close to, their own not among them.</summary>
    public ImmutableArray<string> RelatedInstitutions => Related(RelationKind.Institution);

    /// <summary>Names of funders they are close to.</summary>
    public ImmutableArray<string> RelatedFunders => Related(RelationKind.Funder);

    /// <summary>Whether they are away on a day.</summary>
    public bool IsAbsent(DateOnly day) => AbsentFrom <= day && day <= AbsentTo;

    private ImmutableArray<string> Related(RelationKind kind) => [.. Relations.Where(relation => relation.Kind == kind).Select(relation => relation.Target)];
}

/// <summary>Somebody or something that a reviewer is close to.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.relation")]
public sealed record Relation([property: Id(0)] RelationKind Kind, [property: Id(1)] string Target, [property: Id(2)] string Note, [property: Id(3)] DateTimeOffset DeclaredAt);

/// <summary>A committee.</summary>
/// <param name="CommitteeId">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ChairId">Who decides; null: nobody yet.</param>
/// <param name="DeputyIds">Who decides in the chair's place.</param>
/// <param name="MemberIds">Who evaluates.</param>
[GenerateSerializer, Immutable, Alias("centra.reviews.committee-view")]
public sealed record CommitteeView(
    [property: Id(0)] string CommitteeId,
    [property: Id(1)] string Name,
    [property: Id(2)] string? ChairId,
    [property: Id(3)] ImmutableArray<string> DeputyIds,
    [property: Id(4)] ImmutableArray<string> MemberIds)
{
    /// <summary>The committee that every installation begins with.</summary>
    public const string First = "information-sharing";
}
