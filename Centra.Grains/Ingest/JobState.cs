namespace Centra.Ingest;

/// <summary>An ingest job, as its rules see it.</summary>
public sealed record JobState(
    string PracticeId, long JobNo, JobPhase Phase, DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt, long PatientBatches, long Batches, string? CsvMapping)
{
    /// <summary>Before it was opened.</summary>
    public static JobState None { get; } = new("", 0, JobPhase.None, default, null, 0, 0, null);
}

/// <summary>What happens to a job: a closed family.</summary>
public abstract record JobEvent;

/// <summary>It was opened, and got its number.</summary>
public sealed record JobOpened(string PracticeId, long JobNo, DateTimeOffset At, string? CsvMapping) : JobEvent;

/// <summary>All patients came.</summary>
public sealed record PatientsClosed(long Batches, DateTimeOffset At) : JobEvent;

/// <summary>Everything came.</summary>
public sealed record JobCompleted(long Batches, DateTimeOffset At) : JobEvent;

/// <summary>A job as it is stored.</summary>
public sealed record JobRecord
{
    /// <summary>Whose records.</summary>
    public string? PracticeId { get; init; }

    /// <summary>Its number.</summary>
    public long JobNo { get; init; }

    /// <summary>Where it stands.</summary>
    public JobPhase Phase { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Batches of the patients' phase.</summary>
    public long PatientBatches { get; init; }

    /// <summary>Batches in all.</summary>
    public long Batches { get; init; }

    /// <summary>The mapping of CSV batches.</summary>
    public string? CsvMapping { get; init; }
}
