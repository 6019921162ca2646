using System.Collections.Immutable;

namespace Centra.Requests;

#pragma warning disable CS1591 // Named like sentences.

/// <summary>What happens to a data request: a closed family.</summary>
public abstract record RequestEvent;

public sealed record DraftCreated(string RequestId, string Title, RequestKind Kind, string? ParentId, TeamMember Applicant, Application? CopyOf, DateTimeOffset At) : RequestEvent;
public sealed record SectionEdited(string Section, string Text, int Revision) : RequestEvent;
public sealed record DocumentAttached(AttachedDocument Document) : RequestEvent;
public sealed record DocumentDetached(string DocumentId) : RequestEvent;
public sealed record TeamMemberAdded(TeamMember Member) : RequestEvent;
public sealed record TeamMemberRemoved(string UserId, DateTimeOffset At) : RequestEvent;
public sealed record PrincipalInvestigatorChanged(string From, string To, string Name, string InstitutionId) : RequestEvent;
public sealed record DatasetAsked(RequestedDataset Dataset) : RequestEvent;
public sealed record DatasetDropped(string DatasetId) : RequestEvent;
public sealed record InterestsDeclared(ImmutableArray<string> CoAuthors, ImmutableArray<string> Funders, string Category) : RequestEvent;
public sealed record RequestSubmitted(PinnedRules Pinned, ImmutableArray<PinnedDataset> Datasets, DateTimeOffset At) : RequestEvent;

/// <summary>The request stands somewhere else. Every change of stage is one of these.</summary>
public sealed record StageEntered(RequestStage Stage, string Reason, DateTimeOffset At) : RequestEvent;

public sealed record QuestionAsked(Question Question) : RequestEvent;
public sealed record QuestionAnswered(string QuestionId, string Answer, DateTimeOffset At) : RequestEvent;
public sealed record QuestionWithdrawn(string QuestionId, DateTimeOffset At) : RequestEvent;
public sealed record QuestionReminded(string QuestionId, int Reminders) : RequestEvent;
public sealed record QuestionLapsed(string QuestionId, DateTimeOffset At) : RequestEvent;

public sealed record AvailabilityRecorded(ImmutableArray<DatasetAvailability> Datasets, string By, DateTimeOffset At) : RequestEvent;
public sealed record PolicyChecked(PolicyCheck Check) : RequestEvent;
public sealed record ReviewRoundBegun(int Round, bool IsReconsideration) : RequestEvent;
public sealed record CriterionAdded(AddedCriterion Criterion) : RequestEvent;
public sealed record ReviewerAssigned(Assignment Assignment) : RequestEvent;
public sealed record ReviewerUnassigned(string ReviewerId, string Reason, DateTimeOffset At) : RequestEvent;
public sealed record ConflictDenied(string UserId, DateTimeOffset At) : RequestEvent;
public sealed record ConflictDeclared(string UserId, string Words, DateTimeOffset At) : RequestEvent;
public sealed record ReviewerRecused(string ReviewerId, DateTimeOffset At) : RequestEvent;

/// <summary>Sealed in every view until the ballot closes, where its rule says so.</summary>
public sealed record Evaluated(Evaluation Evaluation) : RequestEvent;

public sealed record BallotOpened(Ballot Ballot) : RequestEvent;
public sealed record BallotExtended(DateTimeOffset Until, string Reason) : RequestEvent;
public sealed record BallotClosed(BallotStanding Standing, int Counted, DateTimeOffset At) : RequestEvent;
public sealed record Decided(Decision Decision) : RequestEvent;
public sealed record DecisionCorrected(Decision Decision) : RequestEvent;
public sealed record ApplicantNotified(DateTimeOffset At) : RequestEvent;

public sealed record AgreementSeen(int Version, DateTimeOffset At) : RequestEvent;
/// <summary>Somebody else has to act on the agreement.</summary>
public sealed record AgreementAwaited(string From) : RequestEvent;

public sealed record AgreementExecuted(int Version, string Sha256, DateOnly Starts, DateOnly Ends, DateTimeOffset EndsAt) : RequestEvent;
public sealed record TermsAccepted(string UserId, int Version, DateTimeOffset At) : RequestEvent;
public sealed record DecliningProposed(DecliningProposal Proposal) : RequestEvent;
public sealed record ReleaseOpened(int Version) : RequestEvent;
public sealed record FirstDownloaded(DateTimeOffset At) : RequestEvent;
public sealed record Reported(Report Report) : RequestEvent;
public sealed record DestructionAttested(string Certificate, DateTimeOffset At) : RequestEvent;
public sealed record ClosedOut(DateTimeOffset At) : RequestEvent;
public sealed record AccessPaused(AccessPause Pause) : RequestEvent;
public sealed record AccessResumed(string Reason, DateTimeOffset At) : RequestEvent;
public sealed record Superseded(string RequestId) : RequestEvent;

/// <summary>A reminder or notice is due to be sent.</summary>
public sealed record Reminded(string What, DateTimeOffset At) : RequestEvent;

/// <summary>
/// Everything that people wrote was removed, when its retention had ended. What is left of the request stands here, so that replay needs none of
/// the events before. Its name is known to the audit: payloads before it may be gone.
/// </summary>
public sealed record ContentRemoved(
    string RequestId, RequestKind Kind, string? ParentId, RequestStage Stage, DateTimeOffset StageSince, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, PinnedRules? Pinned,
    string Rule, DateTimeOffset At) : RequestEvent;

/// <summary>Somebody else has to act.</summary>
public sealed record BallTaken(string By) : RequestEvent;

/// <summary>The next time at which the service has to look at the request.</summary>
public sealed record DueSet(DateTimeOffset? At) : RequestEvent;

/// <summary>A dataset's version and sensitivity when the request was submitted.</summary>
public sealed record PinnedDataset(string DatasetId, int Version, string Sensitivity);

#pragma warning restore CS1591
