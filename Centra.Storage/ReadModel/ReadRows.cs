namespace Centra.Storage;

/// <summary>An event as it is kept for ever. The payload holds no identifiable information.</summary>
public sealed record EventRow(
    string Stream, long Position, string Type, string Payload, string Actor, long At, string CommandId, string PreviousHash, string Hash);

/// <summary>A practice in lists. Times are Unix milliseconds.</summary>
public sealed class PracticeRow
{
    /// <summary>The practice.</summary>
    public required string PracticeId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Name of its standing.</summary>
    public required string Standing { get; set; }

    /// <summary>Last day of the business associate agreement, yyyy-MM-dd.</summary>
    public string? AgreementUntil { get; set; }

    /// <summary>When it last attested that patients are informed.</summary>
    public long? AttestedAt { get; set; }

    /// <summary>1 where the practice offers its patients to opt out.</summary>
    public long OffersOptOut { get; set; }

    /// <summary>When it joined.</summary>
    public long JoinedAt { get; init; }

    /// <summary>When it began to leave.</summary>
    public long? LeavingAt { get; set; }
}

/// <summary>An ingest job in lists. Times are Unix milliseconds.</summary>
public sealed class JobRow
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }

    /// <summary>Whose.</summary>
    public required string PracticeId { get; init; }

    /// <summary>Name of its phase.</summary>
    public required string Phase { get; set; }

    /// <summary>When it was opened.</summary>
    public long OpenedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When it ended.</summary>
    public long? CompletedAt { get; set; }

    /// <summary>Batches of the patients' phase.</summary>
    public long PatientBatches { get; set; }

    /// <summary>Batches in all.</summary>
    public long Batches { get; set; }
}

/// <summary>Something that somebody has to look at.</summary>
public sealed class AlarmRow
{
    /// <summary>The alarm.</summary>
    public required string AlarmId { get; init; }

    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The practice concerned, if one.</summary>
    public string? PracticeId { get; init; }

    /// <summary>When, Unix milliseconds.</summary>
    public long At { get; init; }

    /// <summary>One or two sentences; nothing identifiable.</summary>
    public required string Text { get; init; }

    /// <summary>Who has seen it.</summary>
    public string? SeenBy { get; set; }

    /// <summary>When it was seen, Unix milliseconds.</summary>
    public long? SeenAt { get; set; }
}
