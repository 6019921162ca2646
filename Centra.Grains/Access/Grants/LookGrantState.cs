using System.Collections.Immutable;

namespace Centra.Access;

/// <summary>A grant for looking, as the rules see it.</summary>
public sealed record LookGrantState(
    ImmutableArray<string> Purposes, DateTimeOffset Until, string GivenBy, DateTimeOffset GivenAt, string CertifiedBy, DateTimeOffset CertifiedAt,
    string Employer, DateOnly TrainedOn, DateTimeOffset? RevokedAt)
{
    /// <summary>Before one was given.</summary>
    public static LookGrantState None { get; } = new([], default, "", default, "", default, "", default, null);

    /// <summary>Whether one was ever given.</summary>
    public bool Exists => !Purposes.IsEmpty;
}

/// <summary>A grant for looking as stored.</summary>
public sealed record LookGrantRecord
{
    /// <summary>What for.</summary>
    public string[]? Purposes { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Who gave it.</summary>
    public string? GivenBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset GivenAt { get; init; }

    /// <summary>Who last confirmed it.</summary>
    public string? CertifiedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset CertifiedAt { get; init; }

    /// <summary>The holder's employer as of then.</summary>
    public string? Employer { get; init; }

    /// <summary>The holder's training as of then.</summary>
    public DateOnly TrainedOn { get; init; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
