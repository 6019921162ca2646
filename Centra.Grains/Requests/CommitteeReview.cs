using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>The committee's work on a request.</summary>
public sealed record CommitteeReview
{
    /// <summary>1 for the first review; one more after each step back or reconsideration. Only what belongs to it counts.</summary>
    public int Round { get; init; }

    /// <summary>Reviewers of all rounds.</summary>
    public ImmutableArray<Assignment> Assignments { get; init; } = [];

    /// <summary>Conflicts of others than reviewers: chair, staff.</summary>
    public ImmutableArray<ConflictDeclaration> Conflicts { get; init; } = [];

    /// <summary>Everything that was written, oldest first.</summary>
    public ImmutableArray<Evaluation> Evaluations { get; init; } = [];

    /// <summary>Criteria of this request beside those of the rules.</summary>
    public ImmutableArray<AddedCriterion> Criteria { get; init; } = [];

    /// <summary>The ballot; null before reviewers are assigned.</summary>
    public Ballot? Ballot { get; init; }

    /// <summary>Rounds that were broken off while their ballot was sealed, until a later ballot closes.</summary>
    public ImmutableArray<int> SealedRounds { get; init; } = [];

    /// <summary>The decision; null before.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The decision that the applicant asked to have looked at again.</summary>
    public Decision? Former { get; init; }

    /// <summary>Who made a policy denial that is looked at again.</summary>
    public string? FormerChecker { get; init; }

    /// <summary>Whether a denial was looked at again: that is possible once.</summary>
    public bool IsReconsideration { get; init; }

    /// <summary>Reviewers of this round who are neither recused nor unassigned.</summary>
    public IEnumerable<Assignment> Seated => Assignments.Where(one => one.Round == Round && one.EndedAt is null);

    /// <summary>A reviewer of this round.</summary>
    public Assignment? Find(string reviewerId) => Seated.FirstOrDefault(one => one.ReviewerId == reviewerId);

    /// <summary>The evaluations that count: the latest of each seated reviewer of this round.</summary>
    public IEnumerable<Evaluation> Counted => Seated.Select(one => Evaluations.LastOrDefault(known => known.Round == Round && known.ReviewerId == one.ReviewerId)).OfType<Evaluation>();
}

/// <summary>A reviewer of a request.</summary>
public sealed record Assignment(int Round, string ReviewerId, string By, DateTimeOffset At)
{
    /// <summary>Whether they declared that they have no conflict; null: nothing yet.</summary>
    public bool? HasConflict { get; init; }

    /// <summary>When they were recused or unassigned.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why.</summary>
    public string EndedFor { get; init; } = "";
}

/// <summary>Somebody has a conflict of interest.</summary>
public sealed record ConflictDeclaration(string UserId, string Words, DateTimeOffset At);

/// <summary>What a reviewer wrote.</summary>
public sealed record Evaluation(int Round, string ReviewerId, ImmutableArray<DatasetRecommendation> Datasets, ImmutableArray<CriterionScore> Scores, DateTimeOffset At);

/// <summary>A criterion of this request.</summary>
public sealed record AddedCriterion(string Key, string Text, string Reason, string By);

/// <summary>A ballot.</summary>
/// <param name="OpenedAt">When.</param>
/// <param name="Deadline">Until when.</param>
/// <param name="Quorum">Evaluations of unrecused reviewers that are needed; never lowered.</param>
/// <param name="IsSealed">Whether nobody sees them before it closes.</param>
/// <param name="Standing">Open, closed, or short of the quorum.</param>
public sealed record Ballot(DateTimeOffset OpenedAt, DateTimeOffset Deadline, int Quorum, bool IsSealed, BallotStanding Standing)
{
    /// <summary>When it closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether as many approvals as denials are an approval, by the rules that it was opened under.</summary>
    public bool IsTieApproved { get; init; }
}

/// <summary>How a ballot stands.</summary>
public enum BallotStanding
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Evaluations are taken.</summary>
    Open = 1,

    /// <summary>The quorum was reached; the chair decides.</summary>
    Closed = 2,

    /// <summary>The quorum was not reached: extend it or assign more reviewers.</summary>
    NoQuorum = 3,

    /// <summary>The request ended before it closed: nobody evaluates any more, and there is nothing left to keep sealed.</summary>
    BrokenOff = 4,
}

/// <summary>The chair's decision.</summary>
public sealed record Decision(string By, DateTimeOffset At, ImmutableArray<DatasetOutcome> Datasets, string Reason)
{
    /// <summary>When the applicant was told; null: not yet.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    /// <summary>Whether anything was approved.</summary>
    public bool IsApproval => Datasets.Any(one => one.IsApproved);
}

/// <summary>What was decided about a dataset, with the tally that it was decided on.</summary>
public sealed record DatasetOutcome(string DatasetId, bool IsApproved, string Conditions, Tally Tally);

/// <summary>How a ballot counts for a dataset.</summary>
/// <param name="Approvals">With or without conditions.</param>
/// <param name="Denials">Denials.</param>
/// <param name="NeedInformation">Count to the quorum only.</param>
public sealed record Tally(int Approvals, int Denials, int NeedInformation)
{
    /// <summary>Whether a tie is an approval. Where nobody approves or denies there is no tie.</summary>
    public bool IsTieApproved { get; init; }

    /// <summary>Whether the reviewers recommend approval.</summary>
    public bool IsApproval => Approvals > Denials || (IsTieApproved && Approvals == Denials && Approvals > 0);

    /// <summary>Evaluations counted to the quorum.</summary>
    public int Counted => Approvals + Denials + NeedInformation;
}
