namespace Centra.Requests;

/// <summary>How events change the committee's work.</summary>
internal static class ReviewApply
{
    public static CommitteeReview Apply(CommitteeReview review, RequestEvent happened) => happened switch
    {
        CriterionAdded added => review with { Criteria = review.Criteria.Add(added.Criterion) },
        ReviewerAssigned assigned => review with { Assignments = review.Assignments.Add(assigned.Assignment) },
        ReviewerUnassigned unassigned => Change(review, unassigned.ReviewerId, one => one with { EndedAt = unassigned.At, EndedFor = unassigned.Reason }),
        ReviewerRecused recused => Change(review, recused.ReviewerId, one => one with { HasConflict = true, EndedAt = recused.At, EndedFor = "recused" }),
        ConflictDenied denied => Change(review, denied.UserId, one => one with { HasConflict = false }),
        ConflictDeclared declared => review with { Conflicts = review.Conflicts.Add(new ConflictDeclaration(declared.UserId, declared.Words, declared.At)) },
        Evaluated evaluated => review with { Evaluations = review.Evaluations.Add(evaluated.Evaluation) },
        BallotOpened opened => review with { Ballot = opened.Ballot },
        BallotExtended extended => review with { Ballot = review.Ballot! with { Deadline = extended.Until, Standing = BallotStanding.Open, ClosedAt = null } },
        BallotClosed closed => review with
        {
            Ballot = review.Ballot! with { Standing = closed.Standing, ClosedAt = closed.At },
            Decision = closed.Standing is BallotStanding.NoQuorum ? null : review.Decision,
            SealedRounds = closed.Standing is BallotStanding.Closed ? [] : review.SealedRounds,
        },
        Decided decided => review with { Decision = decided.Decision },
        DecisionCorrected corrected => review with { Decision = corrected.Decision },
        ApplicantNotified notified => review with { Decision = review.Decision! with { NotifiedAt = notified.At } },
        _ => review,
    };

    // What was written in a former round stays on record and counts no more. Conflicts stay.
    public static CommitteeReview Begin(RequestState state, ReviewRoundBegun begun) => state.Review with
    {
        SealedRounds = state.Review.Ballot is { IsSealed: true, Standing: not BallotStanding.Closed } ? state.Review.SealedRounds.Add(state.Review.Round) : state.Review.SealedRounds,
        Round = begun.Round,
        Ballot = null,
        Decision = null,
        IsReconsideration = state.Review.IsReconsideration || begun.IsReconsideration,
        Former = begun.IsReconsideration && !IsOfPolicy(state) ? state.Review.Decision : state.Review.Former,
        FormerChecker = begun.IsReconsideration && IsOfPolicy(state) ? state.PolicyCheck?.By : state.Review.FormerChecker,
    };

    // A decision that was never told may stand beside a policy denial, where the request was sent back: that decision is no former one.
    private static bool IsOfPolicy(RequestState state) => state.PolicyCheck is { IsConsistent: false };

    private static CommitteeReview Change(CommitteeReview review, string reviewerId, Func<Assignment, Assignment> change) => review with
    {
        Assignments = [.. review.Assignments.Select(one => one.Round == review.Round && one.ReviewerId == reviewerId && one.EndedAt is null ? change(one) : one)],
    };
}
