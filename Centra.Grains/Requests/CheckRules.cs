using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>Availability and policy: what is looked at before reviewers are asked. Pure.</summary>
internal static class CheckRules
{
    public static Result<ImmutableArray<RequestEvent>> Availability(RequestState state, RecordAvailability record, RequestFacts facts)
    {
        var asked = state.Application.Datasets.Select(known => known.DatasetId).ToHashSet();
        if (record.Datasets.IsEmpty || record.Datasets.Select(one => one.DatasetId).Distinct().Count() != record.Datasets.Length || record.Datasets.Any(one => !asked.Contains(one.DatasetId)))
            return DataRequestRefusal.DatasetsDoNotMatch;
        if (record.Datasets.Any(IsContradictory))
            return DataRequestRefusal.ChecklistContradictsVerdict;
        var recorded = new AvailabilityRecorded(record.Datasets, facts.Actor.UserId, facts.Now);
        var next = RequestApply.Apply(state, recorded).Application.Datasets;
        return next.Any(one => one.Availability is null) ? ImmutableArray.Create<RequestEvent>(recorded)
            : next.Any(one => one.IsAvailable) ? ImmutableArray.Create<RequestEvent>(recorded, new StageEntered(RequestStage.PolicyCheck, "available", facts.Now))
            : ImmutableArray.Create<RequestEvent>(recorded, new StageEntered(RequestStage.Unavailable, "none of the datasets is available", facts.Now));
    }

    public static Result<ImmutableArray<RequestEvent>> Policy(RequestState state, RecordPolicyCheck record, RequestFacts facts)
    {
        if (facts.Rules is not { } rules)
            return DataRequestRefusal.FactsAreMissing;
        if (CheckerObstacle(state, facts) is { } refusal)
            return refusal;
        if (!record.Checklist.Select(answer => answer.Item).Order(StringComparer.Ordinal).SequenceEqual(rules.Policy.Checklist.Select(item => item.Key).Order(StringComparer.Ordinal)))
            return DataRequestRefusal.ChecklistDoesNotMatch.Because($"The policy's checklist has the items {string.Join(", ", rules.Policy.Checklist.Select(item => item.Key))}.");
        if (record.IsConsistent && record.Checklist.Any(answer => !answer.IsMet))
            return DataRequestRefusal.ChecklistContradictsVerdict.Because("Consistent means that every item is met.");
        if (!record.IsConsistent && string.IsNullOrWhiteSpace(record.Reasons))
            return DataRequestRefusal.ReasonIsMissing;
        var check = new PolicyChecked(new PolicyCheck(record.IsConsistent, record.Checklist, record.Reasons ?? "", facts.Actor.UserId, facts.Now));
        return record.IsConsistent
            ? ImmutableArray.Create<RequestEvent>(check, NextRound(state, isReconsideration: false), new StageEntered(RequestStage.CommitteeReview, "agrees with the policy", facts.Now))
            : ImmutableArray.Create<RequestEvent>(check, new StageEntered(RequestStage.Denied, "does not agree with the policy", facts.Now));
    }

    public static Result<ImmutableArray<RequestEvent>> Return(RequestState state, ReturnToStage back, RequestFacts facts)
    {
        if (back.Stage is not (RequestStage.Availability or RequestStage.PolicyCheck) || back.Stage >= state.Stage)
            return DataRequestRefusal.StageIsNotEarlier;
        if (string.IsNullOrWhiteSpace(back.Reason))
            return DataRequestRefusal.ReasonIsMissing;
        return ImmutableArray.Create<RequestEvent>(new StageEntered(back.Stage, back.Reason, facts.Now));
    }

    /// <summary>Who denied it does not look at it again.</summary>
    public static Refusal? CheckerObstacle(RequestState state, RequestFacts facts) =>
        state.Review.IsReconsideration && state.Review.FormerChecker == facts.Actor.UserId ? DataRequestRefusal.ReconsiderationIsForAnotherPerson.Because() : null;

    /// <summary>A new round of the committee's review.</summary>
    public static ReviewRoundBegun NextRound(RequestState state, bool isReconsideration) => new(state.Review.Round + 1, isReconsideration);

    private static bool IsContradictory(DatasetAvailability one) => one.Verdict switch
    {
        Requests.Availability.Available => !(one.CohortSuffices && one.VariablesSuffice && one.YearsSuffice),
        Requests.Availability.InPart => string.IsNullOrWhiteSpace(one.Note),
        Requests.Availability.NotAvailable => false,
        _ => true,
    };
}
