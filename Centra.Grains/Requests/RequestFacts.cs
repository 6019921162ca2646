using System.Collections.Immutable;
using Centra.Datasets;
using Centra.Rules;

namespace Centra.Requests;

/// <summary>What the rules need to know beside the request itself; gathered by the grain, as far as the command needs it.</summary>
public sealed record RequestFacts
{
    /// <summary>Who acts.</summary>
    public required ActorFacts Actor { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The request's committee; null where none is pinned yet.</summary>
    public CommitteeFacts? Committee { get; init; }

    /// <summary>The rules: the pinned versions once it was submitted, else those in force now.</summary>
    public RuleFacts? Rules { get; init; }

    /// <summary>Datasets that the command or the request names; those that do not exist are missing.</summary>
    public ImmutableDictionary<string, DatasetView> Datasets { get; init; } = ImmutableDictionary<string, DatasetView>.Empty;

    /// <summary>Reviewers that the command names.</summary>
    public ImmutableDictionary<string, ReviewerFacts> Reviewers { get; init; } = ImmutableDictionary<string, ReviewerFacts>.Empty;

    /// <summary>Whether the person that the command names has an account in good standing.</summary>
    public bool IsPersonKnown { get; init; }

    /// <summary>Whether the institution that the command names is known.</summary>
    public bool IsInstitutionKnown { get; init; }

    /// <summary>The document that the command names, as it was uploaded by who attaches it; null: there is none of theirs.</summary>
    public AttachedDocument? Uploaded { get; init; }

    /// <summary>The content to begin with; null: empty.</summary>
    public Application? CopyOf { get; init; }

    /// <summary>Why the parent does not allow its amendment or renewal; null: it does.</summary>
    public Refusal? ParentRefusal { get; init; }

    /// <summary>Agreement, ledger and release, as far as they exist.</summary>
    public ContractFacts Contract { get; init; } = new();
}

/// <summary>Who acts.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Roles">Their roles now.</param>
/// <param name="TrainedOn">When they were last trained.</param>
/// <param name="IsOfficial">Whether they are a verified signing official of the principal investigator's institution.</param>
/// <param name="IsService">Whether it is the service itself.</param>
public sealed record ActorFacts(string UserId, ImmutableArray<string> Roles, DateOnly? TrainedOn, bool IsOfficial, bool IsService);

/// <summary>A committee.</summary>
public sealed record CommitteeFacts(string CommitteeId, string? ChairId, ImmutableArray<string> DeputyIds, bool IsChairAbsent)
{
    /// <summary>Whether somebody is its chair or a deputy.</summary>
    public bool Leads(string userId) => ChairId == userId || DeputyIds.Contains(userId);
}

/// <summary>A reviewer, and whom they are related to.</summary>
public sealed record ReviewerFacts(
    string UserId, bool IsReviewer, string? InstitutionId, ImmutableArray<string> RelatedUsers, ImmutableArray<string> RelatedInstitutions,
    ImmutableArray<string> RelatedFunders, bool IsAbsent);

/// <summary>The rules as data, in the versions that hold for a request.</summary>
/// <param name="Versions">Their versions; the committee is that of the request's datasets.</param>
/// <param name="Form">The application form.</param>
/// <param name="Policy">The information sharing policy.</param>
/// <param name="Committee">Quorum, sealed ballots, times.</param>
/// <param name="Criteria">What is scored.</param>
/// <param name="Prices">The price book.</param>
/// <param name="Template">The agreement's text.</param>
/// <param name="Levels">Service levels, reminders, notices: always the newest.</param>
/// <param name="Calendar">Working days and the society's zone: always the newest.</param>
public sealed record RuleFacts(
    PinnedRules Versions, FormRules Form, PolicyRules Policy, CommitteeRules Committee, CriteriaRules Criteria, PriceBook Prices, AgreementTemplate Template,
    ServiceLevels Levels, WorkingCalendar Calendar);
