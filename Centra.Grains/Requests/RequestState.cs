using System.Collections.Immutable;

namespace Centra.Requests;

/// <summary>A data request, as its rules see it. Every part has a value from the beginning, so that older stored forms load.</summary>
public sealed record RequestState
{
    /// <summary>Before the draft.</summary>
    public static RequestState None { get; } = new();

    /// <summary>Its id.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>A request of its own, an amendment or a renewal.</summary>
    public RequestKind Kind { get; init; }

    /// <summary>What it amends or renews.</summary>
    public string? ParentId { get; init; }

    /// <summary>The request in force in place of this one.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Where it stands.</summary>
    public RequestStage Stage { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset StageSince { get; init; }

    /// <summary>Why it stands there, in the words of who moved it.</summary>
    public string StageReason { get; init; } = "";

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What is asked for.</summary>
    public Application Application { get; init; } = new();

    /// <summary>Versions of the rules it was submitted under.</summary>
    public PinnedRules? Pinned { get; init; }

    /// <summary>The policy check.</summary>
    public PolicyCheck? PolicyCheck { get; init; }

    /// <summary>The committee's work.</summary>
    public CommitteeReview Review { get; init; } = new();

    /// <summary>Questions to the applicant.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>Agreement, payment, fulfilment as far as the request knows.</summary>
    public Contract Contract { get; init; } = new();

    /// <summary>Reports, publications, incidents.</summary>
    public ImmutableArray<Report> Reports { get; init; } = [];

    /// <summary>Whether access is paused, by whom and why; null while it is not.</summary>
    public AccessPause? Pause { get; init; }

    /// <summary>Who has to act, as it was last told.</summary>
    public string Ball { get; init; } = "applicant";

    /// <summary>The next time at which something is due; null: nothing.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What reminders have been sent, by name.</summary>
    public ImmutableArray<string> Reminded { get; init; } = [];

    /// <summary>The questions nobody has answered.</summary>
    public IEnumerable<Question> OpenQuestions => Questions.Where(question => question.IsOpen);

    /// <summary>When its content was removed, because its retention had ended; null: not.</summary>
    public DateTimeOffset? ContentRemovedAt { get; init; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The datasets that the committee approved.</summary>
    public IEnumerable<RequestedDataset> ApprovedDatasets =>
        Application.Datasets.Where(known => Review.Decision?.Datasets.Any(one => one.IsApproved && one.DatasetId == known.DatasetId) ?? false);

    /// <summary>Whether it has ended in any way; close-out may be owed.</summary>
    public bool HasEnded => Stage is RequestStage.Closed or RequestStage.Unavailable or RequestStage.Denied or RequestStage.Withdrawn
        or RequestStage.Declined or RequestStage.NotFulfilled or RequestStage.Expired or RequestStage.Revoked;
}

/// <summary>A request as it is stored.</summary>
public sealed record RequestRecord
{
    /// <summary>The shape of <see cref="State"/>: 1.</summary>
    public int Form { get; init; }

    /// <summary>The state.</summary>
    public RequestState? State { get; init; }
}
