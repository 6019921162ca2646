namespace Centra.Storage;

/// <summary>A data request in lists. Times are Unix milliseconds.</summary>
public sealed class RequestRow
{
    /// <summary>The request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it amends or renews.</summary>
    public string? ParentId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; set; }

    /// <summary>Name of its stage.</summary>
    public required string Stage { get; set; }

    /// <summary>Since when.</summary>
    public long StageSince { get; set; }

    /// <summary>Who has to act.</summary>
    public required string Ball { get; set; }

    /// <summary>When it was begun.</summary>
    public long CreatedAt { get; init; }

    /// <summary>When it was handed in.</summary>
    public long? SubmittedAt { get; set; }

    /// <summary>When the applicant was told of the decision.</summary>
    public long? NotifiedAt { get; set; }

    /// <summary>The principal investigator's institution.</summary>
    public required string InstitutionId { get; set; }

    /// <summary>Its committee.</summary>
    public string? CommitteeId { get; set; }

    /// <summary>The principal investigator.</summary>
    public required string InvestigatorId { get; set; }

    /// <summary>Their name.</summary>
    public required string Investigator { get; set; }

    /// <summary>Name of the ballot's standing; null without one.</summary>
    public string? Ballot { get; set; }

    /// <summary>Evaluations are sealed from everybody, the audit view included.</summary>
    public const long Sealed = 1;

    /// <summary>They were sealed when the request ended; they are again where it is looked at again.</summary>
    public const long SealedIfReopened = 2;

    /// <summary><see cref="Sealed"/>, <see cref="SealedIfReopened"/>, or 0.</summary>
    public long IsSealed { get; set; }

    /// <summary>Why access is paused.</summary>
    public string? Paused { get; set; }

    /// <summary>Questions that nobody has answered.</summary>
    public long OpenQuestions { get; set; }

    /// <summary>When the service has to look at it.</summary>
    public long? DueAt { get; set; }

    /// <summary>When its agreement ends.</summary>
    public long? EndsAt { get; set; }

    /// <summary>The newest agreement version that was issued.</summary>
    public long AgreementVersion { get; set; }

    /// <summary>SHA-256 of the agreement in force.</summary>
    public string? ExecutedSha256 { get; set; }

    /// <summary>What it is found by: <see cref="RequestWords"/>.</summary>
    public required string Words { get; set; }

    /// <summary>Where it stands in lists: <see cref="RequestPlace"/>.</summary>
    public long Place { get; set; }
}

/// <summary>Somebody's part in a request.</summary>
public sealed record RequestPersonRow(string RequestId, string UserId, string Part, long Since);

/// <summary>A dataset of a request.</summary>
public sealed record RequestDatasetRow(string RequestId, string DatasetId, string Title);

/// <summary>What somebody did in a request, as far as lists are filtered by it: Managed, Evaluated.</summary>
public sealed record RequestActRow(string RequestId, string UserId, string Act);
