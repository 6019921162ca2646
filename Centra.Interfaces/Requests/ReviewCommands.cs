using System.Collections.Immutable;
using Orleans;
using static Centra.Requests.DataRequestRefusal;

namespace Centra.Requests;

/// <summary>Whether datasets are available and enough. When all have been looked at, the request goes on, or ends as unavailable.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.availability")]
[RefusedWith(DatasetsDoNotMatch, ChecklistContradictsVerdict)]
public sealed record RecordAvailability([property: Id(0)] ImmutableArray<DatasetAvailability> Datasets) : RequestCommand;

/// <summary>What was found about a dataset.</summary>
/// <param name="DatasetId">Which.</param>
/// <param name="Verdict">Available, in part, or not.</param>
/// <param name="CohortSuffices">Whether the cohort is in it.</param>
/// <param name="VariablesSuffice">Whether the variables are.</param>
/// <param name="YearsSuffice">Whether the years are.</param>
/// <param name="Note">For the applicant.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.dataset-availability")]
public sealed record DatasetAvailability(
    [property: Id(0)] string DatasetId, [property: Id(1)] Availability Verdict, [property: Id(2)] bool CohortSuffices,
    [property: Id(3)] bool VariablesSuffice, [property: Id(4)] bool YearsSuffice, [property: Id(5)] string Note);

/// <summary>Whether a dataset can be had.</summary>
public enum Availability
{
    /// <summary>Nobody has looked.</summary>
    None = 0,

    /// <summary>All that is asked for.</summary>
    Available = 1,

    /// <summary>Some of it; the note says what.</summary>
    InPart = 2,

    /// <summary>Nothing of it.</summary>
    NotAvailable = 3,
}

/// <summary>Whether the request agrees with the pinned version of the information sharing policy. If not, it is denied with reasons.</summary>
/// <param name="IsConsistent">The outcome.</param>
/// <param name="Checklist">An answer for every item of that version.</param>
/// <param name="Reasons">Needed where it is inconsistent.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.policy-check")]
[RefusedWith(ChecklistDoesNotMatch, ChecklistContradictsVerdict, ReasonIsMissing, FactsAreMissing)]
public sealed record RecordPolicyCheck(
    [property: Id(0)] bool IsConsistent, [property: Id(1)] ImmutableArray<ChecklistAnswer> Checklist, [property: Id(2)] string Reasons) : RequestCommand;

/// <summary>An answer to one item of a checklist.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.checklist-answer")]
public sealed record ChecklistAnswer([property: Id(0)] string Item, [property: Id(1)] bool IsMet, [property: Id(2)] string Note);

/// <summary>One more criterion for this request, until the first evaluation. By the chair.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.add-criterion")]
[RefusedWith(EvaluationHasBegun, CriterionIsWrong, ReasonIsMissing)]
public sealed record AddCriterion([property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] string Reason) : RequestCommand;

/// <summary>Reviewers evaluate it. All of them or none are assigned.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.assign")]
[RefusedWith(
    ReviewersAreWrong, PersonIsNotAReviewer, ReviewerIsAssignedAlready, ChairDoesNotEvaluate, ReviewerIsOnTheTeam, ReviewerIsOfTheSameInstitution,
    ReviewerIsRelatedToTheTeam, ReviewerIsRelatedToAFunder, ReviewerIsInConflict, ReviewerIsAbsent, DecisionIsMadeAlready, BallotIsNotOpen, FactsAreMissing)]
public sealed record AssignReviewers([property: Id(0)] ImmutableArray<string> Reviewers) : RequestCommand;

/// <summary>A reviewer evaluates it no more; what they wrote stays on record, uncounted.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.unassign")]
[RefusedWith(ReviewerIsNotAssigned, ReasonIsMissing, DecisionIsMadeAlready, BallotIsNotOpen)]
public sealed record UnassignReviewer([property: Id(0)] string ReviewerId, [property: Id(1)] string Reason) : RequestCommand;

/// <summary>Whether the sender has a conflict of interest. Needed before the application opens; later a yes recuses, with what was voted uncounted.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.declare-conflict")]
[RefusedWith(ActorIsInConflict, ReasonIsMissing)]
public sealed record DeclareConflict([property: Id(0)] bool HasConflict, [property: Id(1)] string Words) : RequestCommand;

/// <summary>A reviewer's evaluation; a later one replaces it in the count, both stay on record.</summary>
/// <param name="Datasets">A recommendation for every dataset that is available.</param>
/// <param name="Scores">A score for every criterion.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.evaluate")]
[RefusedWith(RecommendationsDoNotMatch, ScoresDoNotMatch)]
public sealed record Evaluate([property: Id(0)] ImmutableArray<DatasetRecommendation> Datasets, [property: Id(1)] ImmutableArray<CriterionScore> Scores) : RequestCommand;

/// <summary>What a reviewer recommends about a dataset.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.dataset-recommendation")]
public sealed record DatasetRecommendation([property: Id(0)] string DatasetId, [property: Id(1)] Recommendation Recommendation, [property: Id(2)] string Conditions);

/// <summary>A recommendation.</summary>
public enum Recommendation
{
    /// <summary>None was made.</summary>
    None = 0,

    /// <summary>Approve.</summary>
    Approve = 1,

    /// <summary>Approve with conditions: counts as an approval.</summary>
    ApproveWithConditions = 2,

    /// <summary>Deny.</summary>
    Deny = 3,

    /// <summary>Counts to the quorum only.</summary>
    NeedsInformation = 4,
}

/// <summary>A score with words.</summary>
/// <param name="Criterion">Its key.</param>
/// <param name="Score">1 (poor) to 5 (excellent).</param>
/// <param name="Words">Why.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.score")]
public sealed record CriterionScore([property: Id(0)] string Criterion, [property: Id(1)] int Score, [property: Id(2)] string Words);

/// <summary>More time for the ballot; also opens one again that closed without quorum.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.extend-ballot")]
[RefusedWith(BallotIsNotOpen, ReasonIsMissing, DeadlineIsNotLater, ExtensionIsTooLong, FactsAreMissing)]
public sealed record ExtendBallot([property: Id(0)] DateTimeOffset Until, [property: Id(1)] string Reason) : RequestCommand;

/// <summary>Closes the ballot: at its deadline, or when all have evaluated.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.close-ballot")]
[RefusedWith(BallotIsNotOpen, BallotIsStillOpen)]
public sealed record CloseBallot : RequestCommand;

/// <summary>The chair's decision, a dataset at a time.</summary>
/// <param name="Datasets">An outcome for every dataset that was evaluated.</param>
/// <param name="Reason">For the applicant; needed where a dataset is denied or an outcome goes against the tally.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.decide")]
[RefusedWith(DatasetsDoNotMatch, ReasonIsNeededForThisDecision)]
public sealed record Decide([property: Id(0)] ImmutableArray<DatasetDecision> Datasets, [property: Id(1)] string Reason) : RequestCommand;

/// <summary>What is decided about a dataset.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.dataset-decision")]
public sealed record DatasetDecision([property: Id(0)] string DatasetId, [property: Id(1)] bool IsApproved, [property: Id(2)] string Conditions);

/// <summary>Another decision in place of one that nobody has been told of.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.correct-decision")]
[RefusedWith(DatasetsDoNotMatch, ReasonIsNeededForThisDecision, ReasonIsMissing)]
public sealed record CorrectDecision([property: Id(0)] ImmutableArray<DatasetDecision> Datasets, [property: Id(1)] string Reason) : RequestCommand;

/// <summary>The applicant is told.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.notify")]
public sealed record NotifyDecision : RequestCommand;

/// <summary>The applicant asks that a denial be looked at again: once, within the days of the committee's rules, by another person.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.reconsider")]
[RefusedWith(ReasonIsMissing)]
public sealed record Reconsider([property: Id(0)] string Reason) : RequestCommand;
