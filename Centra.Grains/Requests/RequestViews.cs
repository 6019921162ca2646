using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>
/// What each part sees of a request. The applicant sees "committee review" until they are told; a reviewer sees the application after
/// declaring that there is no conflict; evaluations and tallies stay sealed from everybody until the ballot closes. Pure.
/// </summary>
internal static class RequestViews
{
    private const RequestParts Inside = RequestParts.Society | RequestParts.Auditor | RequestParts.Service;

    public static RequestView For(RequestState state, RequestParts parts, RequestFacts facts) => new(
        state.RequestId, state.Kind, state.ParentId, state.SupersededBy, state.Stage, state.StageSince, state.Application.Title, Balls.Of(state, parts),
        SeesApplication(state, parts, facts.Actor.UserId) ? ApplicationViews.Of(state.Application) : null,
        Checks(state, parts), Review(state, parts, facts), SeesApplication(state, parts, facts.Actor.UserId) ? Questions(state, parts) : [], ApplicationViews.Of(state.Contract, parts),
        [.. state.Reports.Select(report => new ReportView(report.Kind.ToString(), report.Text, report.At))],
        state.Pause?.Reason, RequestActions.Of(state, parts, facts), Missing(state, parts, facts), [.. Parts(parts)]) { Pinned = Pinned(state.Pinned) };

    private static bool SeesApplication(RequestState state, RequestParts parts, string actor) =>
        (parts & (RequestParts.Member | (Inside & ~RequestParts.Reviewer) | RequestParts.SigningOfficial)) != 0 || state.Review.Find(actor)?.HasConflict is false;

    private static IEnumerable<string> Parts(RequestParts parts) =>
        Enum.GetValues<RequestParts>().Where(part => part is not (RequestParts.None or RequestParts.Society) && parts.HasFlag(part)).Select(part => part.ToString());

    private static ChecksView? Checks(RequestState state, RequestParts parts) => state.PolicyCheck switch
    {
        null => null,
        { } check when (parts & Inside) != 0 => new ChecksView(check.IsConsistent, check.Checklist, check.Reasons),
        { IsConsistent: false } check => new ChecksView(false, [], check.Reasons),
        _ => new ChecksView(true, [], ""),
    };

    private static ReviewView? Review(RequestState state, RequestParts parts, RequestFacts facts)
    {
        var review = state.Review;
        if (review.Round == 0)
            return null;
        var isInside = (parts & Inside) != 0;
        var isTold = review.Decision?.NotifiedAt is not null;
        if (!isInside)
            return isTold || review.Former is not null ? new ReviewView(review.Round, null, [], [], [], Outcome(isTold ? review.Decision : review.Former, null), []) : null;
        var ballot = review.Ballot;
        return new ReviewView(
            review.Round,
            ballot is null ? null : new BallotView(ballot.Standing.ToString(), ballot.Deadline, ballot.Quorum, review.Counted.Count(), ballot.IsSealed),
            [.. review.Assignments.Where(one => one.Round == review.Round).Select(one => Reviewer(review, one))],
            Evaluations(state, parts, facts.Actor.UserId),
            IsUnsealed(review) || IsOver(state, parts) ? Tallies(state) : [],
            Outcome(review.Decision, review.Decision?.By),
            [.. BallotRules.Criteria(state, facts)])
        {
            Added = [.. review.Criteria.Select(added => new CriterionView(added.Key, added.Text, added.Reason))],
        };
    }

    /// <summary>Whether evaluations of the present round may be seen. A ballot short of its quorum opens again, and stays sealed.</summary>
    public static bool IsUnsealed(CommitteeReview review) => review.Ballot is null or { IsSealed: false } or { Standing: BallotStanding.Closed };

    // A request that ended closed its ballot. Chair and auditor read what was written; reviewers do not, who may have to evaluate it again.
    private static bool IsOver(RequestState state, RequestParts parts) => state.HasEnded && (parts & (RequestParts.Chair | RequestParts.Auditor)) != 0;

    // One's own are never sealed from oneself. A round that was broken off stays sealed until a ballot closes: its reviewers evaluate again.
    private static ImmutableArray<EvaluationView> Evaluations(RequestState state, RequestParts parts, string actor)
    {
        var (review, counted, isOver) = (state.Review, state.Review.Counted.ToHashSet(), IsOver(state, parts));
        return [.. review.Evaluations.Where(known => isOver || known.ReviewerId == actor || (known.Round == review.Round ? IsUnsealed(review) : !review.SealedRounds.Contains(known.Round)))
            .Select(known => new EvaluationView(known.ReviewerId, known.Round, known.At, counted.Contains(known), known.Datasets, known.Scores))];
    }

    private static SeatView Reviewer(CommitteeReview review, Assignment one) => new(
        one.ReviewerId, one.HasConflict, review.Evaluations.Any(known => known.Round == one.Round && known.ReviewerId == one.ReviewerId),
        one.EndedAt is null ? null : one.EndedFor);

    private static ImmutableArray<TallyView> Tallies(RequestState state) => [.. state.Application.Datasets.Where(one => one.IsAvailable).Select(one =>
    {
        var tally = BallotRules.TallyOf(state.Review, one.DatasetId);
        return new TallyView(one.DatasetId, tally.Approvals, tally.Denials, tally.NeedInformation, tally.IsApproval);
    })];

    private static DecisionView? Outcome(Decision? decision, string? by) => decision is null ? null : new DecisionView(
        by, decision.At, [.. decision.Datasets.Select(one => new DatasetDecision(one.DatasetId, one.IsApproved, one.Conditions))], decision.Reason, decision.NotifiedAt);

    // To the applicant it is the society that asks: which reviewer wonders is nobody's business outside.
    private static ImmutableArray<QuestionView> Questions(RequestState state, RequestParts parts) => [.. state.Questions.Select(question =>
        new QuestionView(question.QuestionId, question.Text, question.Sections, question.AskedAt, question.Answer, question.IsOpen)
        {
            AskedBy = (parts & Inside) != 0 && (parts & RequestParts.Member) == 0 ? question.AskedBy : null,
            EndedAt = question.EndedAt,
        })];

    private static PinnedView? Pinned(PinnedRules? pinned) =>
        pinned is null ? null : new PinnedView(pinned.CommitteeId, pinned.Form, pinned.Policy, pinned.Committee, pinned.Criteria, pinned.Prices);

    private static ImmutableArray<string> Missing(RequestState state, RequestParts parts, RequestFacts facts) =>
        state.Stage is RequestStage.Draft && (parts & RequestParts.Member) != 0 ? [.. SubmitRules.Missing(state, facts).Select(refusal => refusal.Detail)] : [];
}
