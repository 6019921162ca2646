using System.Collections.Immutable;
using Orleans;

namespace Centra.Requests;

/// <summary>A request as one person may see it. What they may not see is absent.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="Kind">A request of its own, an amendment or a renewal.</param>
/// <param name="ParentId">What it amends or renews.</param>
/// <param name="SupersededBy">The request in force in place of it.</param>
/// <param name="Stage">Where it stands. Until the applicant is told of a decision they see "committee review".</param>
/// <param name="StageSince">Since when.</param>
/// <param name="Title">Its title.</param>
/// <param name="Ball">Who has to act next: a part such as <c>applicant</c>, <c>manager</c>, <c>chair</c>.</param>
/// <param name="Application">What is asked for; absent for a reviewer who has not declared that there is no conflict.</param>
/// <param name="Checks">Availability and policy.</param>
/// <param name="Review">The committee's work.</param>
/// <param name="Questions">Questions to the applicant.</param>
/// <param name="Contract">Agreement, payment, release.</param>
/// <param name="Reports">Reports, publications, incidents.</param>
/// <param name="Paused">Why access is paused; null while it is not.</param>
/// <param name="Actions">What the caller may do now, and what of their part is blocked, by which code.</param>
/// <param name="Missing">What the draft lacks before it can be submitted.</param>
/// <param name="Parts">What the caller is here: <c>Member</c>, <c>SigningOfficial</c>, <c>Manager</c> ...</param>
[GenerateSerializer, Immutable, Alias("centra.requests.view")]
public sealed record RequestView(
    [property: Id(0)] string RequestId, [property: Id(1)] RequestKind Kind, [property: Id(2)] string? ParentId, [property: Id(3)] string? SupersededBy,
    [property: Id(4)] RequestStage Stage, [property: Id(5)] DateTimeOffset StageSince, [property: Id(6)] string Title, [property: Id(7)] string Ball,
    [property: Id(8)] ApplicationView? Application, [property: Id(9)] ChecksView? Checks, [property: Id(10)] ReviewView? Review,
    [property: Id(11)] ImmutableArray<QuestionView> Questions, [property: Id(12)] ContractView Contract, [property: Id(13)] ImmutableArray<ReportView> Reports,
    [property: Id(14)] string? Paused, [property: Id(15)] ImmutableArray<ActionView> Actions, [property: Id(16)] ImmutableArray<string> Missing,
    [property: Id(17)] ImmutableArray<string> Parts)
{
    /// <summary>Versions of the rules that it was submitted under; null before, when those in force hold.</summary>
    [Id(18)]
    public PinnedView? Pinned { get; init; }
}

/// <summary>Versions of rules.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.pinned")]
public sealed record PinnedView([property: Id(0)] string CommitteeId, [property: Id(1)] int Form, [property: Id(2)] int Policy, [property: Id(3)] int Committee, [property: Id(4)] int Criteria, [property: Id(5)] int Prices);

/// <summary>Whether somebody could be a reviewer of a request.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Code">Why not; null: they could.</param>
/// <param name="Why">Its sentence.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.candidate")]
public sealed record CandidateView([property: Id(0)] string UserId, [property: Id(1)] string? Code, [property: Id(2)] string? Why);

/// <summary>Something that the caller may do, or may not do now.</summary>
/// <param name="Command">Its name.</param>
/// <param name="IsAllowed">Whether it would be taken now.</param>
/// <param name="Code">The refusal otherwise.</param>
/// <param name="Why">Its sentence.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.action")]
public sealed record ActionView([property: Id(0)] RequestCommandKind Command, [property: Id(1)] bool IsAllowed, [property: Id(2)] string? Code, [property: Id(3)] string? Why);

/// <summary>What is asked for.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.application")]
public sealed record ApplicationView(
    [property: Id(0)] string Title, [property: Id(1)] ImmutableArray<SectionView> Sections, [property: Id(2)] ImmutableArray<TeamMemberView> Team,
    [property: Id(3)] ImmutableArray<RequestedDatasetView> Datasets, [property: Id(4)] ImmutableArray<AttachedDocument> Documents,
    [property: Id(5)] ImmutableArray<string> CoAuthors, [property: Id(6)] ImmutableArray<string> Funders, [property: Id(7)] string Category);

/// <summary>A section of the form; its text is only ever shown as text.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.section")]
public sealed record SectionView([property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] int Revision);

/// <summary>Somebody on the team.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.member")]
public sealed record TeamMemberView(
    [property: Id(0)] string UserId, [property: Id(1)] string Name, [property: Id(2)] string InstitutionId, [property: Id(3)] TeamPart Part,
    [property: Id(4)] int AcceptedVersion, [property: Id(5)] DateTimeOffset? RemovedAt);

/// <summary>A dataset that is asked for.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.requested-dataset")]
public sealed record RequestedDatasetView(
    [property: Id(0)] string DatasetId, [property: Id(1)] string Title, [property: Id(2)] int Version, [property: Id(3)] ImmutableArray<string> Variables,
    [property: Id(4)] string Cohort, [property: Id(5)] int? FromYear, [property: Id(6)] int? ToYear, [property: Id(7)] string Sensitivity,
    [property: Id(8)] DatasetAvailability? Availability);

/// <summary>What was checked before reviewers were asked.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.checks")]
public sealed record ChecksView([property: Id(0)] bool? IsConsistent, [property: Id(1)] ImmutableArray<ChecklistAnswer> Checklist, [property: Id(2)] string Reasons);

/// <summary>The committee's work. Evaluations and tallies are absent while they are sealed from the caller.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.review")]
public sealed record ReviewView(
    [property: Id(0)] int Round, [property: Id(1)] BallotView? Ballot, [property: Id(2)] ImmutableArray<SeatView> Reviewers,
    [property: Id(3)] ImmutableArray<EvaluationView> Evaluations, [property: Id(4)] ImmutableArray<TallyView> Tallies,
    [property: Id(5)] DecisionView? Decision, [property: Id(6)] ImmutableArray<string> Criteria)
{
    /// <summary>Criteria of this request beside those of the rules, with their words.</summary>
    [Id(7)]
    public ImmutableArray<CriterionView> Added { get; init; } = [];
}

/// <summary>A criterion of one request.</summary>
/// <param name="Key">What scores refer to it by.</param>
/// <param name="Text">What a reviewer answers.</param>
/// <param name="Reason">Why it was added.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.criterion")]
public sealed record CriterionView([property: Id(0)] string Key, [property: Id(1)] string Text, [property: Id(2)] string Reason);

/// <summary>A ballot.</summary>
/// <param name="Standing">Open, Closed or NoQuorum.</param>
/// <param name="Deadline">Until when.</param>
/// <param name="Quorum">Evaluations needed.</param>
/// <param name="Counted">Evaluations made by reviewers who are not recused; how many, never which way.</param>
/// <param name="IsSealed">Whether nobody sees them before it closes.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.ballot")]
public sealed record BallotView(
    [property: Id(0)] string Standing, [property: Id(1)] DateTimeOffset Deadline, [property: Id(2)] int Quorum, [property: Id(3)] int Counted, [property: Id(4)] bool IsSealed);

/// <summary>A reviewer of the request.</summary>
/// <param name="UserId">Who.</param>
/// <param name="HasConflict">What they declared; null: nothing yet.</param>
/// <param name="HasEvaluated">Whether they have evaluated.</param>
/// <param name="Ended">Why they are no reviewer of it any more.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.reviewer")]
public sealed record SeatView([property: Id(0)] string UserId, [property: Id(1)] bool? HasConflict, [property: Id(2)] bool HasEvaluated, [property: Id(3)] string? Ended);

/// <summary>An evaluation.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.evaluation")]
public sealed record EvaluationView(
    [property: Id(0)] string ReviewerId, [property: Id(1)] int Round, [property: Id(2)] DateTimeOffset At, [property: Id(3)] bool IsCounted,
    [property: Id(4)] ImmutableArray<DatasetRecommendation> Datasets, [property: Id(5)] ImmutableArray<CriterionScore> Scores);

/// <summary>How a ballot counts for a dataset.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.tally")]
public sealed record TallyView(
    [property: Id(0)] string DatasetId, [property: Id(1)] int Approvals, [property: Id(2)] int Denials, [property: Id(3)] int NeedInformation, [property: Id(4)] bool IsApproval);

/// <summary>The decision.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.decision")]
public sealed record DecisionView(
    [property: Id(0)] string? By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] ImmutableArray<DatasetDecision> Datasets, [property: Id(3)] string Reason,
    [property: Id(4)] DateTimeOffset? NotifiedAt);

/// <summary>A question to the applicant.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.question")]
public sealed record QuestionView(
    [property: Id(0)] string QuestionId, [property: Id(1)] string Text, [property: Id(2)] ImmutableArray<string> Sections, [property: Id(3)] DateTimeOffset AskedAt,
    [property: Id(4)] string? Answer, [property: Id(5)] bool IsOpen)
{
    /// <summary>Who asked; absent for the applicant, whom the society asks.</summary>
    [Id(6)]
    public string? AskedBy { get; init; }

    /// <summary>When it was answered, withdrawn or lapsed.</summary>
    [Id(7)]
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Agreement, payment and release, as far as the request knows them.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.contract")]
public sealed record ContractView(
    [property: Id(0)] int AgreementVersion, [property: Id(1)] int ExecutedVersion, [property: Id(2)] string ExecutedSha256, [property: Id(3)] DateOnly? Starts,
    [property: Id(4)] DateOnly? Ends, [property: Id(5)] int ReleaseVersion, [property: Id(6)] DateTimeOffset? FirstDownloadAt, [property: Id(7)] bool IsClosedOut,
    [property: Id(8)] string? DecliningProposed);

/// <summary>A report.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.report")]
public sealed record ReportView([property: Id(0)] string Kind, [property: Id(1)] string Text, [property: Id(2)] DateTimeOffset At);

/// <summary>The content of an application, to begin another one with.</summary>
[GenerateSerializer, Immutable, Alias("centra.requests.copy")]
public sealed record ApplicationCopy([property: Id(0)] ApplicationView Application);

/// <summary>Why a request stands where it stands.</summary>
/// <param name="Stage">Where.</param>
/// <param name="Since">Since when.</param>
/// <param name="Facts">What the next step depends on, in sentences.</param>
/// <param name="Rules">Which rule in which version.</param>
/// <param name="Ball">Who has to act.</param>
/// <param name="DueAt">When the service looks again by itself.</param>
/// <param name="Usual">How long requests stay in this stage; null where none has left it yet.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.explanation")]
public sealed record RequestExplanation(
    [property: Id(0)] RequestStage Stage, [property: Id(1)] DateTimeOffset Since, [property: Id(2)] ImmutableArray<string> Facts,
    [property: Id(3)] ImmutableArray<string> Rules, [property: Id(4)] string Ball, [property: Id(5)] DateTimeOffset? DueAt,
    [property: Id(6)] StageTimes? Usual = null);

/// <summary>How long requests stayed in a stage, of those that left it last.</summary>
/// <param name="Count">How many there were, at most 1,000.</param>
/// <param name="MedianDays">Half of them left it within so many days.</param>
/// <param name="Percentile90Days">Nine in ten of them did.</param>
[GenerateSerializer, Immutable, Alias("centra.requests.stage-times")]
public sealed record StageTimes([property: Id(0)] int Count, [property: Id(1)] double MedianDays, [property: Id(2)] double Percentile90Days);
