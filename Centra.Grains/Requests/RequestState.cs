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

/// <summary>What is asked for, by whom.</summary>
public sealed record Application
{
    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Sections of the form, by key.</summary>
    public ImmutableSortedDictionary<string, Section> Sections { get; init; } = ImmutableSortedDictionary<string, Section>.Empty;

    /// <summary>Everybody who is or was on the team.</summary>
    public ImmutableArray<TeamMember> Team { get; init; } = [];

    /// <summary>Datasets asked for.</summary>
    public ImmutableArray<RequestedDataset> Datasets { get; init; } = [];

    /// <summary>Documents.</summary>
    public ImmutableArray<AttachedDocument> Documents { get; init; } = [];

    /// <summary>Co-authors among the society's committees.</summary>
    public ImmutableArray<string> CoAuthors { get; init; } = [];

    /// <summary>Who pays for the research.</summary>
    public ImmutableArray<string> Funders { get; init; } = [];

    /// <summary>The requester category of the price book.</summary>
    public string Category { get; init; } = "";

    /// <summary>Those on the team now.</summary>
    public IEnumerable<TeamMember> Present => Team.Where(member => member.RemovedAt is null);

    /// <summary>The principal investigator.</summary>
    public TeamMember? PrincipalInvestigator => Present.FirstOrDefault(member => member.Part is TeamPart.PrincipalInvestigator);

    /// <summary>Somebody on the team now.</summary>
    public TeamMember? Find(string userId) => Present.FirstOrDefault(member => member.UserId == userId);
}

/// <summary>A section of the form.</summary>
public sealed record Section(string Text, int Revision);

/// <summary>Somebody on the team.</summary>
public sealed record TeamMember(string UserId, string Name, string InstitutionId, TeamPart Part, DateTimeOffset AddedAt)
{
    /// <summary>When they left.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>The agreement version whose terms they accepted; 0: none.</summary>
    public int AcceptedVersion { get; init; }

    /// <summary>When they accepted.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }
}

/// <summary>A dataset that is asked for.</summary>
public sealed record RequestedDataset(string DatasetId, string Title, ImmutableArray<string> Variables, string Cohort, int? FromYear, int? ToYear)
{
    /// <summary>The dataset's version when it was submitted; 0 before.</summary>
    public int Version { get; init; }

    /// <summary>How sensitive it is, for the clauses of the agreement.</summary>
    public string Sensitivity { get; init; } = "";

    /// <summary>What was found about it.</summary>
    public DatasetAvailability? Availability { get; init; }

    /// <summary>Whether the committee looks at it.</summary>
    public bool IsAvailable => Availability?.Verdict is Requests.Availability.Available or Requests.Availability.InPart;
}

/// <summary>Versions of the rules that a request was submitted under, and its committee.</summary>
public sealed record PinnedRules(string CommitteeId, int Form, int Policy, int Committee, int Criteria, int Prices, int Template);

/// <summary>The policy check.</summary>
public sealed record PolicyCheck(bool IsConsistent, ImmutableArray<ChecklistAnswer> Checklist, string Reasons, string By, DateTimeOffset At);

/// <summary>A question to the applicant.</summary>
public sealed record Question(string QuestionId, string Text, ImmutableArray<string> Sections, string AskedBy, DateTimeOffset AskedAt)
{
    /// <summary>The answer.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered, withdrawn or lapsed.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Reminders sent.</summary>
    public int Reminders { get; init; }

    /// <summary>Whether nobody has answered it.</summary>
    public bool IsOpen => EndedAt is null;
}

/// <summary>What the request knows of its agreement, payment and release.</summary>
public sealed record Contract
{
    /// <summary>The newest agreement version that was issued.</summary>
    public int AgreementVersion { get; init; }

    /// <summary>The version that is fully executed and in force; 0: none.</summary>
    public int ExecutedVersion { get; init; }

    /// <summary>SHA-256 of that version's document.</summary>
    public string ExecutedSha256 { get; init; } = "";

    /// <summary>When the newest version of the agreement was issued.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>First day of the term.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>Last day of the term; it ends 24:00 in the society's zone.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>That instant.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Who proposed not to fulfil, and why.</summary>
    public DecliningProposal? Declining { get; init; }

    /// <summary>The release that is approved; 0: none.</summary>
    public int ReleaseVersion { get; init; }

    /// <summary>When something was first downloaded.</summary>
    public DateTimeOffset? FirstDownloadAt { get; init; }

    /// <summary>The destruction certificate.</summary>
    public string? Destruction { get; init; }

    /// <summary>Whether the applicant has closed out.</summary>
    public bool IsClosedOut { get; init; }
}

/// <summary>Somebody wants the society not to fulfil.</summary>
public sealed record DecliningProposal(string By, string Reason, DateTimeOffset At);

/// <summary>Access is paused.</summary>
public sealed record AccessPause(string By, string Reason, DateTimeOffset At);

/// <summary>A report of the applicant.</summary>
public sealed record Report(ReportKind Kind, string Text, string By, DateTimeOffset At);

/// <summary>What a report is about.</summary>
public enum ReportKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What became of the data.</summary>
    Progress = 1,

    /// <summary>A publication.</summary>
    Publication = 2,

    /// <summary>Something went wrong.</summary>
    Incident = 3,

    /// <summary>The final report.</summary>
    Final = 4,
}

/// <summary>A request as it is stored.</summary>
public sealed record RequestRecord
{
    /// <summary>The shape of <see cref="State"/>: 1.</summary>
    public int Form { get; init; }

    /// <summary>The state.</summary>
    public RequestState? State { get; init; }
}
