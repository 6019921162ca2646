namespace Centra.Access;

/// <summary>A disclosure, as the rules see it.</summary>
public sealed record DisclosureState(
    DisclosureStage Stage, string PracticeId, DisclosureBasis Basis, string OrderSha256, string ProposedBy, DateTimeOffset ProposedAt, string? ApprovedBy, DateTimeOffset? ApprovedAt)
{
    /// <summary>Before it was proposed.</summary>
    public static DisclosureState None { get; } = new(DisclosureStage.None, "", DisclosureBasis.None, "", "", default, null, null);
}

/// <summary>A disclosure as stored.</summary>
public sealed record DisclosureRecord
{
    /// <summary>Where it stands.</summary>
    public DisclosureStage Stage { get; init; }

    /// <summary>The practice that the patient is of.</summary>
    public string? PracticeId { get; init; }

    /// <summary>What allows it.</summary>
    public DisclosureBasis Basis { get; init; }

    /// <summary>Digest of the order or form.</summary>
    public string? OrderSha256 { get; init; }

    /// <summary>The first officer.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The second officer.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }
}
