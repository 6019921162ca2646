using System.Collections.Immutable;
using Centra.Institutions;

namespace Centra.Reviews;

/// <summary>The rules of what reviewers say of themselves. Pure. (Design: requests.md, "AssignReviewers".)</summary>
public static class ReviewerRules
{
    private const int MostRelations = 500;

    /// <summary>Decides a command.</summary>
    public static Result<ImmutableArray<ReviewerEvent>> Decide(string userId, ReviewerState state, ReviewerCommand command, ReviewerFacts facts, DateTimeOffset now) => command switch
    {
        SetProfile { InstitutionId: not null } when !facts.IsInstitutionListed => ReviewRefusal.InstitutionIsNotListed,
        SetProfile { Expertise: { Length: > 20 } } => ReviewRefusal.ExpertiseIsWrong,
        SetProfile set when set.Expertise.Any(field => field is not { Length: > 0 and <= 100 }) => ReviewRefusal.ExpertiseIsWrong,
        SetProfile set => Happens(new ProfileSet(set.InstitutionId, set.Expertise)),
        _ when !state.HasProfile => ReviewRefusal.ReviewerNotFound,
        DeclareRelation declare => Declare(state, declare, now),
        EndRelation end when Find(state, end.Kind, end.Target) is null => ReviewRefusal.RelationNotFound,
        EndRelation end => Happens(new RelationEnded(end.Kind, end.Target)),
        SetAbsence absence when absence.From > absence.To || absence.To < Today(now) || absence.To > absence.From.AddYears(1) => ReviewRefusal.AbsenceIsWrong,
        SetAbsence { DeputyId: not null } absence when !facts.IsDeputyReviewer || absence.DeputyId == userId => ReviewRefusal.DeputyIsNoReviewer,
        SetAbsence absence => Happens(new AbsenceSet(absence.From, absence.To, absence.DeputyId)),
        EndAbsence when state.Absence is null => ImmutableArray<ReviewerEvent>.Empty,
        EndAbsence => Happens(new AbsenceEnded()),
        _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}."),
    };

    /// <summary>The state after an event.</summary>
    public static ReviewerState Apply(ReviewerState state, ReviewerEvent happened) => happened switch
    {
        ProfileSet set => state with { HasProfile = true, InstitutionId = set.InstitutionId, Expertise = set.Expertise },
        RelationDeclared declared => state with { Relations = state.Relations.Add(new Relation(declared.Kind, declared.Target, declared.Note, declared.At)) },
        RelationEnded ended => state with { Relations = [.. state.Relations.Where(relation => relation.Kind != ended.Kind || relation.Target != ended.Target)] },
        AbsenceSet absence => state with { Absence = new Absence(absence.From, absence.To, absence.DeputyId) },
        AbsenceEnded => state with { Absence = null },
        _ => throw new InvalidOperationException($"Nothing applies {happened.GetType().Name}."),
    };

    private static Result<ImmutableArray<ReviewerEvent>> Declare(ReviewerState state, DeclareRelation declare, DateTimeOffset now) => declare switch
    {
        { Kind: not (RelationKind.Person or RelationKind.Institution or RelationKind.Funder) } or { Target: not { Length: > 0 and <= 200 } } or { Note: not { Length: <= 1000 } } => ReviewRefusal.RelationIsWrong,
        { Kind: RelationKind.Institution } when !RorId.IsValid(declare.Target) => InstitutionRefusal.RorIdIsWrong,
        _ when Find(state, declare.Kind, declare.Target) is not null => ImmutableArray<ReviewerEvent>.Empty,
        _ when state.Relations.Length >= MostRelations => ReviewRefusal.TooManyRelations,
        _ => Happens(new RelationDeclared(declare.Kind, declare.Target, declare.Note, now)),
    };

    private static Relation? Find(ReviewerState state, RelationKind kind, string target) => state.Relations.FirstOrDefault(relation => relation.Kind == kind && relation.Target == target);

    // A day that is over everywhere: the society's zone is west of this.
    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(-12));

    private static ImmutableArray<ReviewerEvent> Happens(ReviewerEvent happened) => [happened];
}
