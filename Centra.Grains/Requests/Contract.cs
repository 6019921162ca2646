namespace Centra.Requests;

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

    /// <summary>Who has to act next on the version that is not executed: the signing official, or the society.</summary>
    public string AwaitedFrom { get; init; } = Balls.Official;

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
