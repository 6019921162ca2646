using System.Collections.Immutable;

namespace Centra.Requests;

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
