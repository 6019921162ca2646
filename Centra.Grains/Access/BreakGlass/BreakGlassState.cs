namespace Centra.Access;

/// <summary>A break-glass access, as the rules see it.</summary>
public sealed record BreakGlassState(
    string UserId, string Purpose, DateTimeOffset OpenedAt, DateTimeOffset Until, DateTimeOffset ReviewDue, ReviewOutcome Outcome, string? ReviewedBy, DateTimeOffset? ReviewedAt)
{
    /// <summary>Before it was opened.</summary>
    public static BreakGlassState None { get; } = new("", "", default, default, default, ReviewOutcome.None, null, null);

    /// <summary>Whether it was opened.</summary>
    public bool Exists => UserId.Length > 0;
}

/// <summary>A break-glass access as stored.</summary>
public sealed record BreakGlassRecord
{
    /// <summary>Who used it.</summary>
    public string? UserId { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>By when it has to be reviewed.</summary>
    public DateTimeOffset ReviewDue { get; init; }

    /// <summary>What the officer found.</summary>
    public ReviewOutcome Outcome { get; init; }

    /// <summary>The officer.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }
}
