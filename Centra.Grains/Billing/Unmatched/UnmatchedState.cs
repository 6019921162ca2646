namespace Centra.Billing;

/// <summary>A message that belonged nowhere, as its rules see it.</summary>
public sealed record UnmatchedState(
    ProviderEvent? Told, string Why, DateTimeOffset ReceivedAt, UnmatchedStanding Standing, string? AssignedTo, string? Reason, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    /// <summary>Before it came.</summary>
    public static UnmatchedState None { get; } = new(null, "", default, UnmatchedStanding.None, null, null, null, null);
}

/// <summary>A message that belonged nowhere, as it is stored.</summary>
public sealed record UnmatchedRecord
{
    /// <summary>The message.</summary>
    public ProviderEvent? Told { get; init; }

    /// <summary>Code of the refusal that it met.</summary>
    public string? Why { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What became of it.</summary>
    public UnmatchedStanding Standing { get; init; }

    /// <summary>The invoice that it was, or is being, assigned to.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Why it was dismissed.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}
