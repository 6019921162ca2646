using System.Collections.Immutable;

namespace Centra.Practices;

/// <summary>A practice, as its rules see it.</summary>
public sealed record PracticeState(
    string Name, PracticeStanding Standing, DateOnly? AgreementUntil, DateTimeOffset? AttestedAt, bool OffersOptOut, ImmutableArray<ApiKey> Keys)
{
    /// <summary>Before it joined.</summary>
    public static PracticeState None { get; } = new("", PracticeStanding.None, null, null, false, []);

    /// <summary>When it began to leave.</summary>
    public DateTimeOffset? LeavingAt { get; init; }

    /// <summary>That its identifiable data are erased.</summary>
    public ErasureCertificate? Certificate { get; init; }
}

/// <summary>An API key, by its hash.</summary>
public sealed record ApiKey(string KeyId, string Label, KeyScopes Scopes, string SecretSha256, DateTimeOffset IssuedAt, string IssuedBy, DateTimeOffset? RevokedAt);

/// <summary>A practice as it is stored.</summary>
public sealed record PracticeRecord
{
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it takes part.</summary>
    public PracticeStanding Standing { get; init; }

    /// <summary>Last day of its agreement.</summary>
    public DateOnly? AgreementUntil { get; init; }

    /// <summary>When it last attested.</summary>
    public DateTimeOffset? AttestedAt { get; init; }

    /// <summary>Whether it offers to opt out.</summary>
    public bool OffersOptOut { get; init; }

    /// <summary>Its keys.</summary>
    public ApiKey[]? Keys { get; init; }

    /// <summary>When it began to leave.</summary>
    public DateTimeOffset? LeavingAt { get; init; }

    /// <summary>That its identifiable data are erased.</summary>
    public ErasureCertificate? Certificate { get; init; }
}
