using System.Collections.Immutable;
using Centra.Institutions;
using Orleans;
using static Centra.Reviews.ReviewRefusal;

namespace Centra.Reviews;

/// <summary>What a reviewer says of themselves: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.reviewer-command")]
public abstract record ReviewerCommand;

/// <summary>Where the reviewer belongs and what they know.</summary>
/// <param name="InstitutionId">ROR id of a listed institution; null: independent.</param>
/// <param name="Expertise">Fields, up to 20.</param>
[GenerateSerializer, Immutable, Alias("centra.reviews.set-profile")]
[RefusedWith(InstitutionIsNotListed, ExpertiseIsWrong)]
public sealed record SetProfile([property: Id(0)] string? InstitutionId, [property: Id(1)] ImmutableArray<string> Expertise) : ReviewerCommand;

/// <summary>A relation that is a conflict of interest wherever it meets a request.</summary>
/// <param name="Kind">To whom or what.</param>
/// <param name="Target">User id, ROR id or name of a funder.</param>
/// <param name="Note">Why, for example co-author of 2024.</param>
[GenerateSerializer, Immutable, Alias("centra.reviews.declare-relation")]
[RefusedWith(ReviewerNotFound, RelationIsWrong, TooManyRelations, InstitutionRefusal.RorIdIsWrong)]
public sealed record DeclareRelation([property: Id(0)] RelationKind Kind, [property: Id(1)] string Target, [property: Id(2)] string Note) : ReviewerCommand;

/// <summary>A relation has ended.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.end-relation")]
[RefusedWith(ReviewerNotFound, RelationNotFound)]
public sealed record EndRelation([property: Id(0)] RelationKind Kind, [property: Id(1)] string Target) : ReviewerCommand;

/// <summary>Away; what comes in goes to the deputy.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="DeputyId">Another reviewer; null: nobody.</param>
[GenerateSerializer, Immutable, Alias("centra.reviews.set-absence")]
[RefusedWith(ReviewerNotFound, AbsenceIsWrong, DeputyIsNoReviewer)]
public sealed record SetAbsence([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly To, [property: Id(2)] string? DeputyId) : ReviewerCommand;

/// <summary>Back, or not going.</summary>
[GenerateSerializer, Immutable, Alias("centra.reviews.end-absence")]
[RefusedWith(ReviewerNotFound)]
public sealed record EndAbsence : ReviewerCommand;

/// <summary>To whom or what a relation is.</summary>
public enum RelationKind
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>A person: co-author, collaborator, family.</summary>
    Person = 1,

    /// <summary>An institution: a position held or offered.</summary>
    Institution = 2,

    /// <summary>A funder: money received.</summary>
    Funder = 3,
}
