using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Who evaluates, and who must not. Pure. (Design: requests.md, AssignReviewers, DeclareConflict; mission.md N3.)</summary>
internal static class AssignmentRules
{
    public static Result<ImmutableArray<RequestEvent>> Assign(RequestState state, AssignReviewers assign, RequestFacts facts)
    {
        if (facts.Rules is not { } rules)
            return DataRequestRefusal.FactsAreMissing;
        if (state.Review.Decision is not null)
            return DataRequestRefusal.DecisionIsMadeAlready;
        if (state.Review.Ballot is { Standing: BallotStanding.Closed })
            return DataRequestRefusal.BallotIsNotOpen;
        if (assign.Reviewers.IsEmpty || assign.Reviewers.Distinct().Count() != assign.Reviewers.Length)
            return DataRequestRefusal.ReviewersAreWrong;
        if (assign.Reviewers.Select(reviewer => Obstacle(state, reviewer, facts)).FirstOrDefault(refusal => refusal is not null) is { } refusal)
            return refusal;
        var events = assign.Reviewers.Select(RequestEvent (reviewer) =>
            new ReviewerAssigned(new Assignment(state.Review.Round, reviewer, facts.Actor.UserId, facts.Now))).ToList();
        if (Opened(state.Review.Ballot, rules, facts.Now) is { } opened)
            events.Add(opened);
        return events.ToImmutableArray();
    }

    /// <summary>Why the reviewers are not changed any more; null: they can be.</summary>
    public static Refusal? BallotObstacle(RequestState state) =>
        state.Review.Decision is not null ? DataRequestRefusal.DecisionIsMadeAlready.Because()
        : state.Review.Ballot is { Standing: BallotStanding.Closed } ? DataRequestRefusal.BallotIsNotOpen.Because()
        : null;

    // Short of its quorum a ballot is taken up again by those who join; its quorum stays.
    private static RequestEvent? Opened(Ballot? ballot, RuleFacts rules, DateTimeOffset now)
    {
        var deadline = rules.Calendar.EndOf(rules.Calendar.DayOf(now).AddDays(rules.Committee.BallotDays));
        return ballot switch
        {
            null => new BallotOpened(new Ballot(now, deadline, rules.Committee.Quorum, rules.Committee.SealedBallots, BallotStanding.Open) { IsTieApproved = rules.Committee.Tie is Rules.TieRule.Approved }),
            { Standing: BallotStanding.NoQuorum } => new BallotExtended(deadline, "more reviewers were assigned"),
            _ => null,
        };
    }

    public static Result<ImmutableArray<RequestEvent>> Unassign(RequestState state, UnassignReviewer unassign, DateTimeOffset now) =>
        state.Review.Decision is not null ? DataRequestRefusal.DecisionIsMadeAlready
        : string.IsNullOrWhiteSpace(unassign.Reason) ? DataRequestRefusal.ReasonIsMissing
        : state.Review.Find(unassign.ReviewerId) is null ? DataRequestRefusal.ReviewerIsNotAssigned
        : state.Review.Ballot is { Standing: BallotStanding.Closed } ? DataRequestRefusal.BallotIsNotOpen
        : ImmutableArray.Create<RequestEvent>(new ReviewerUnassigned(unassign.ReviewerId, unassign.Reason, now));

    /// <summary>Who has a conflict is out at once. A reviewer is recused, also after voting; what they wrote is counted no more.</summary>
    public static Result<ImmutableArray<RequestEvent>> Declare(RequestState state, DeclareConflict declare, RequestParts parts, RequestFacts facts)
    {
        var actor = facts.Actor.UserId;
        if (state.Review.Conflicts.Any(one => one.UserId == actor))
            return declare.HasConflict ? ImmutableArray<RequestEvent>.Empty : DataRequestRefusal.ActorIsInConflict;
        var isSeated = (parts & RequestParts.Reviewer) != 0;
        if (!declare.HasConflict)
            return isSeated && state.Review.Find(actor)!.HasConflict is null ? Happens(new ConflictDenied(actor, facts.Now)) : ImmutableArray<RequestEvent>.Empty;
        if (string.IsNullOrWhiteSpace(declare.Words))
            return DataRequestRefusal.ReasonIsMissing;
        var declared = new ConflictDeclared(actor, declare.Words, facts.Now);
        return isSeated ? [declared, new ReviewerRecused(actor, facts.Now), .. QuorumLost(state, actor, facts.Now)] : Happens(declared);
    }

    // A ballot that falls below its quorum by a recusal is short of it again, and a decision that nobody was told of falls with it.
    private static IEnumerable<RequestEvent> QuorumLost(RequestState state, string actor, DateTimeOffset now)
    {
        var counted = state.Review.Counted.Count(evaluation => evaluation.ReviewerId != actor);
        if (state.Stage is RequestStage.CommitteeReview && state.Review.Ballot is { Standing: BallotStanding.Closed } ballot && counted < ballot.Quorum)
            yield return new BallotClosed(BallotStanding.NoQuorum, counted, now);
    }

    /// <summary>Why a reviewer must not evaluate this request; null: they may.</summary>
    public static Refusal? Obstacle(RequestState state, string reviewerId, RequestFacts facts)
    {
        if (!facts.Reviewers.TryGetValue(reviewerId, out var reviewer) || !reviewer.IsReviewer)
            return DataRequestRefusal.PersonIsNotAReviewer.Because();
        var form = state.Application;
        var institutions = form.Team.Select(member => member.InstitutionId).ToHashSet();
        DataRequestRefusal? why =
            state.Review.Find(reviewerId) is not null ? DataRequestRefusal.ReviewerIsAssignedAlready
            : facts.Committee?.Leads(reviewerId) ?? false ? DataRequestRefusal.ChairDoesNotEvaluate
            : form.Team.Any(member => member.UserId == reviewerId) ? DataRequestRefusal.ReviewerIsOnTheTeam
            : reviewer.InstitutionId is { } own && institutions.Contains(own) ? DataRequestRefusal.ReviewerIsOfTheSameInstitution
            : form.CoAuthors.Contains(reviewerId) || form.Team.Any(member => reviewer.RelatedUsers.Contains(member.UserId))
                || reviewer.RelatedInstitutions.Any(institutions.Contains) ? DataRequestRefusal.ReviewerIsRelatedToTheTeam
            : reviewer.RelatedFunders.Intersect(form.Funders, StringComparer.OrdinalIgnoreCase).Any() ? DataRequestRefusal.ReviewerIsRelatedToAFunder
            : state.Review.Conflicts.Any(one => one.UserId == reviewerId) ? DataRequestRefusal.ReviewerIsInConflict
            : reviewer.IsAbsent ? DataRequestRefusal.ReviewerIsAbsent
            : null;
        return why?.Because();
    }

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
