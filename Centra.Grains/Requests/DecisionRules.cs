using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>The chair decides on the tally; telling the applicant is a step of its own. Pure.</summary>
internal static class DecisionRules
{
    public static Result<ImmutableArray<RequestEvent>> Decide(RequestState state, Decide decide, RequestFacts facts) =>
        state.Review.Decision is not null ? DataRequestRefusal.DecisionIsMadeAlready
        : Made(state, decide.Datasets, decide.Reason, facts).Map(decision => ImmutableArray.Create<RequestEvent>(new Decided(decision)));

    public static Result<ImmutableArray<RequestEvent>> Correct(RequestState state, CorrectDecision correct, RequestFacts facts) =>
        state.Review.Decision is null ? DataRequestRefusal.DecisionIsMissing
        : string.IsNullOrWhiteSpace(correct.Reason) ? DataRequestRefusal.ReasonIsMissing
        : Made(state, correct.Datasets, correct.Reason, facts).Map(decision => ImmutableArray.Create<RequestEvent>(new DecisionCorrected(decision)));

    public static Result<ImmutableArray<RequestEvent>> Notify(RequestState state, DateTimeOffset now) => state.Review.Decision switch
    {
        _ when NotifyObstacle(state) is { } refusal => refusal,
        { IsApproval: true } => ImmutableArray.Create<RequestEvent>(new ApplicantNotified(now), new StageEntered(RequestStage.Contracting, "approved", now)),
        _ => ImmutableArray.Create<RequestEvent>(new ApplicantNotified(now), new StageEntered(RequestStage.Denied, "denied by the committee", now)),
    };

    /// <summary>Why nobody can be told now; null: they can. A conflict that shows after the decision undoes it as a recusal undoes a vote.</summary>
    public static Refusal? NotifyObstacle(RequestState state) => state.Review.Decision switch
    {
        null => DataRequestRefusal.DecisionIsMissing.Because(),
        { } decision when state.Review.Conflicts.Any(one => one.UserId == decision.By) => DataRequestRefusal.DeciderIsInConflict.Because(),
        { } decision when decision.Datasets.Any(one => one.Tally != BallotRules.TallyOf(state.Review, one.DatasetId)) => DataRequestRefusal.TallyHasChanged.Because(),
        _ => null,
    };

    /// <summary>A denial is looked at again: by the committee, or by another manager where the policy check denied it.</summary>
    public static Result<ImmutableArray<RequestEvent>> Reconsider(RequestState state, Reconsider reconsider, RequestFacts facts)
    {
        if (ReconsiderObstacle(state, facts) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reconsider.Reason))
            return DataRequestRefusal.ReasonIsMissing;
        var stage = state.PolicyCheck is { IsConsistent: false } ? RequestStage.PolicyCheck : RequestStage.CommitteeReview;
        return ImmutableArray.Create<RequestEvent>(CheckRules.NextRound(state, isReconsideration: true), new StageEntered(stage, reconsider.Reason, facts.Now));
    }

    /// <summary>Once, and in time.</summary>
    public static Refusal? ReconsiderObstacle(RequestState state, RequestFacts facts) =>
        state.Review.IsReconsideration ? DataRequestRefusal.ReconsiderationWasMadeAlready.Because()
        : facts.Rules is not { } rules ? DataRequestRefusal.FactsAreMissing.Because()
        : facts.Now >= rules.Calendar.EndOf(rules.Calendar.DayOf(state.StageSince).AddDays(rules.Committee.ReconsiderDays)) ? DataRequestRefusal.ReconsiderationIsTooLate.Because()
        : null;

    private static Result<Decision> Made(RequestState state, ImmutableArray<DatasetDecision> given, string? reason, RequestFacts facts)
    {
        if (Obstacle(state, facts) is { } refusal)
            return refusal;
        var available = state.Application.Datasets.Where(known => known.IsAvailable).Select(known => known.DatasetId);
        if (!given.Select(one => one.DatasetId).Order(StringComparer.Ordinal).SequenceEqual(available.Order(StringComparer.Ordinal)))
            return DataRequestRefusal.DatasetsDoNotMatch;
        var outcomes = given.Select(one => new DatasetOutcome(one.DatasetId, one.IsApproved, one.Conditions ?? "", BallotRules.TallyOf(state.Review, one.DatasetId))).ToImmutableArray();
        return outcomes.Any(one => !one.IsApproved || one.IsApproved != one.Tally.IsApproval) && string.IsNullOrWhiteSpace(reason)
            ? DataRequestRefusal.ReasonIsNeededForThisDecision
            : new Decision(facts.Actor.UserId, facts.Now, outcomes, reason ?? "");
    }

    /// <summary>Why nobody, or not this person, can decide now.</summary>
    public static Refusal? Obstacle(RequestState state, RequestFacts facts)
    {
        var actor = facts.Actor.UserId;
        DataRequestRefusal? why =
            state.Review.Ballot is { Standing: BallotStanding.NoQuorum } ? DataRequestRefusal.QuorumIsNotReached
            : state.Review.Ballot is { Standing: BallotStanding.Open } ? DataRequestRefusal.BallotIsStillOpen
            : state.Review.Ballot is not { Standing: BallotStanding.Closed } ballot ? DataRequestRefusal.QuorumIsNotReached
            : state.Review.Counted.Count() < ballot.Quorum ? DataRequestRefusal.QuorumIsNotReached
            : state.Review.Evaluations.Any(known => known.ReviewerId == actor) ? DataRequestRefusal.DeciderHasEvaluated
            : state.Review.Former?.By == actor ? DataRequestRefusal.ReconsiderationIsForAnotherPerson
            : null;
        return why?.Because() ?? DeputyObstacle(state, facts);
    }

    /// <summary>A deputy acts when the chair is absent, has a conflict, decided what is looked at again, or has evaluated.</summary>
    public static Refusal? DeputyObstacle(RequestState state, RequestFacts facts)
    {
        if (facts.Committee is not { } committee)
            return DataRequestRefusal.FactsAreMissing.Because();
        if (committee.ChairId == facts.Actor.UserId || committee.ChairId is not { } chair || committee.IsChairAbsent)
            return null;
        var isHindered = state.Review.Conflicts.Any(one => one.UserId == chair) || state.Application.Team.Any(member => member.UserId == chair)
            || state.Review.Former?.By == chair || state.Review.Evaluations.Any(known => known.ReviewerId == chair);
        return isHindered ? null : DataRequestRefusal.ChairIsPresent.Because();
    }
}
