using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Evaluating, and how a ballot opens and closes. The quorum is an absolute number of unrecused evaluations and is never lowered. Pure.</summary>
internal static class BallotRules
{
    public static Result<ImmutableArray<RequestEvent>> AddCriterion(RequestState state, AddCriterion add, RequestFacts facts)
    {
        if (state.Review.Evaluations.Any(known => known.Round == state.Review.Round))
            return DataRequestRefusal.EvaluationHasBegun;
        if (string.IsNullOrWhiteSpace(add.Reason))
            return DataRequestRefusal.ReasonIsMissing;
        return add.Key is not { Length: > 0 } || add.Text is not { Length: > 0 } || Criteria(state, facts).Contains(add.Key)
            ? DataRequestRefusal.CriterionIsWrong
            : Happens(new CriterionAdded(new AddedCriterion(add.Key, add.Text, add.Reason, facts.Actor.UserId)));
    }

    /// <summary>Why somebody does not evaluate now; null: they may.</summary>
    public static Refusal? EvaluateObstacle(RequestState state, RequestFacts facts) =>
        state.Review.Find(facts.Actor.UserId) is not { HasConflict: false } ? DataRequestRefusal.ConflictIsNotDeclared.Because()
        : facts.Committee?.Leads(facts.Actor.UserId) ?? false ? DataRequestRefusal.ChairDoesNotEvaluate.Because()
        : state.Review.Ballot is not { Standing: BallotStanding.Open } ballot || ballot.Deadline <= facts.Now ? DataRequestRefusal.BallotIsNotOpen.Because()
        : null;

    public static Result<ImmutableArray<RequestEvent>> Evaluate(RequestState state, Evaluate evaluate, RequestFacts facts)
    {
        if (EvaluateObstacle(state, facts) is { } refusal)
            return refusal;
        var available = state.Application.Datasets.Where(known => known.IsAvailable).Select(known => known.DatasetId);
        if (!IsSame(evaluate.Datasets.Select(one => one.DatasetId), available) || evaluate.Datasets.Any(IsIncomplete))
            return DataRequestRefusal.RecommendationsDoNotMatch;
        if (!IsSame(evaluate.Scores.Select(one => one.Criterion), Criteria(state, facts)) || evaluate.Scores.Any(IsIncomplete))
            return DataRequestRefusal.ScoresDoNotMatch.Because($"Scores from 1 to 5 with words are needed for {string.Join(", ", Criteria(state, facts))}.");
        return Happens(new Evaluated(new Evaluation(state.Review.Round, facts.Actor.UserId, evaluate.Datasets, evaluate.Scores, facts.Now)));
    }

    public static Result<ImmutableArray<RequestEvent>> Extend(RequestState state, ExtendBallot extend, RequestFacts facts) =>
        state.Review.Ballot is not { Standing: BallotStanding.Open or BallotStanding.NoQuorum } ballot ? DataRequestRefusal.BallotIsNotOpen
        : string.IsNullOrWhiteSpace(extend.Reason) ? DataRequestRefusal.ReasonIsMissing
        : extend.Until <= ballot.Deadline || extend.Until <= facts.Now ? DataRequestRefusal.DeadlineIsNotLater
        : facts.Rules is not { } rules ? DataRequestRefusal.FactsAreMissing
        : extend.Until > LatestEnd(ballot, rules, facts.Now) ? DataRequestRefusal.ExtensionIsTooLong.Because($"An extension adds at most {rules.Committee.ExtensionDays} days.")
        : Happens(new BallotExtended(extend.Until, extend.Reason));

    /// <summary>Why the chair cannot add a criterion, extend or close now; null: as far as the ballot goes they can.</summary>
    public static Refusal? LeadObstacle(RequestState state, RequestCommandKind kind, DateTimeOffset now) => (kind switch
    {
        RequestCommandKind.AddCriterion when state.Review.Evaluations.Any(known => known.Round == state.Review.Round) => DataRequestRefusal.EvaluationHasBegun,
        RequestCommandKind.ExtendBallot when state.Review.Ballot is not { Standing: BallotStanding.Open or BallotStanding.NoQuorum } => DataRequestRefusal.BallotIsNotOpen,
        RequestCommandKind.CloseBallot when state.Review.Ballot is not { Standing: BallotStanding.Open } => DataRequestRefusal.BallotIsNotOpen,
        RequestCommandKind.CloseBallot when state.Review.Ballot.Deadline > now && !IsEverybodyDone(state) => DataRequestRefusal.BallotIsStillOpen,
        _ => (DataRequestRefusal?)null,
    })?.Because();

    private static bool IsEverybodyDone(RequestState state) => state.Review.Seated.Any() && state.Review.Counted.Count() == state.Review.Seated.Count();

    /// <summary>The chair closes without sight of votes: when all have evaluated, or after the deadline.</summary>
    public static Result<ImmutableArray<RequestEvent>> Close(RequestState state, DateTimeOffset now)
    {
        if (state.Review.Ballot is not { Standing: BallotStanding.Open } ballot)
            return DataRequestRefusal.BallotIsNotOpen;
        return ballot.Deadline <= now || IsEverybodyDone(state) ? Happens(Closed(state, ballot, now)) : DataRequestRefusal.BallotIsStillOpen;
    }

    /// <summary>What is due about the ballot.</summary>
    public static IEnumerable<RequestEvent> Due(RequestState state, DateTimeOffset now)
    {
        if (state.Stage is RequestStage.CommitteeReview && state.Review.Ballot is { Standing: BallotStanding.Open } ballot && ballot.Deadline <= now)
            yield return Closed(state, ballot, now);
    }

    /// <summary>How the ballot counts for a dataset; reproducible from the record at any time.</summary>
    public static Tally TallyOf(CommitteeReview review, string datasetId)
    {
        var votes = review.Counted.Select(evaluation => evaluation.Datasets.FirstOrDefault(one => one.DatasetId == datasetId)?.Recommendation ?? Recommendation.None).ToList();
        return new Tally(
            votes.Count(vote => vote is Recommendation.Approve or Recommendation.ApproveWithConditions),
            votes.Count(vote => vote is Recommendation.Deny),
            votes.Count(vote => vote is Recommendation.NeedsInformation)) { IsTieApproved = review.Ballot?.IsTieApproved ?? false };
    }

    /// <summary>Keys of all criteria of this request.</summary>
    public static IReadOnlyList<string> Criteria(RequestState state, RequestFacts facts) => [.. facts.Rules?.Criteria.Criteria.Select(known => known.Key) ?? [], .. state.Review.Criteria.Select(added => added.Key)];

    private static DateTimeOffset LatestEnd(Ballot ballot, RuleFacts rules, DateTimeOffset now) =>
        rules.Calendar.EndOf(rules.Calendar.DayOf(ballot.Deadline > now ? ballot.Deadline.AddTicks(-1) : now).AddDays(rules.Committee.ExtensionDays));

    private static BallotClosed Closed(RequestState state, Ballot ballot, DateTimeOffset now)
    {
        var counted = state.Review.Counted.Count();
        return new BallotClosed(counted >= ballot.Quorum ? BallotStanding.Closed : BallotStanding.NoQuorum, counted, now);
    }

    private static bool IsIncomplete(DatasetRecommendation one) =>
        one.Recommendation is Recommendation.None || !Enum.IsDefined(one.Recommendation) || (one.Recommendation is Recommendation.ApproveWithConditions && string.IsNullOrWhiteSpace(one.Conditions));

    private static bool IsIncomplete(CriterionScore one) => one.Score is < 1 or > 5 || string.IsNullOrWhiteSpace(one.Words);

    private static bool IsSame(IEnumerable<string> given, IEnumerable<string> wanted) => given.Order(StringComparer.Ordinal).SequenceEqual(wanted.Order(StringComparer.Ordinal));

    private static ImmutableArray<RequestEvent> Happens(RequestEvent happened) => [happened];
}
