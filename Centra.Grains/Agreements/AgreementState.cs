using System.Collections.Immutable;

namespace Centra.Agreements;

/// <summary>An agreement, as its rules see it.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Versions">Oldest first; the last is the current one.</param>
/// <param name="ClauseIds">Clauses of the current version.</param>
/// <param name="Signatures">Of all versions; those of former ones are void.</param>
/// <param name="Changes">Asked for, of all versions.</param>
/// <param name="Scan">Of the current version.</param>
/// <param name="Starts">First day, once executed.</param>
/// <param name="Ends">Last day.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record AgreementState(
    AgreementStanding Standing, ImmutableArray<AgreementVersion> Versions, ImmutableArray<string> ClauseIds, ImmutableArray<AgreementSignature> Signatures,
    ImmutableArray<AskedChanges> Changes, SignedScan? Scan, DateOnly? Starts, DateOnly? Ends, string? Reason)
{
    /// <summary>Before the first version.</summary>
    public static AgreementState None { get; } = new(AgreementStanding.None, [], [], [], [], null, null, null, null);

    /// <summary>The version that can be signed.</summary>
    public AgreementVersion? Current => Versions.IsEmpty ? null : Versions[^1];

    /// <summary>Whether changes of the current version wait for an answer.</summary>
    public bool HasOpenChanges => Changes.Any(changes => changes.Version == Current?.Number && changes.Answer is null);

    /// <summary>A party's signature over exactly the current version.</summary>
    public AgreementSignature? SignatureOf(SignatureParty party) =>
        Signatures.LastOrDefault(signature => signature.Party == party && signature.Version == Current?.Number && signature.Sha256 == Current.Sha256);
}

/// <summary>A version that was issued.</summary>
public sealed record AgreementVersion(
    int Number, string Sha256, string TextSha256, string SourceSha256, string IssuedBy, DateTimeOffset IssuedAt, string Note,
    int TemplateVersion, int EstimateVersion, decimal Total, string Currency, DateOnly OpenUntil, string Zone, int TermMonths);

/// <summary>A signature.</summary>
public sealed record AgreementSignature(
    SignatureParty Party, int Version, string UserId, string FullName, string Capacity, string Meaning, DateTimeOffset At, string Sha256, string? ScanSha256)
{
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(AgreementSignature)} of version {Version} for {Party}";
}

/// <summary>Changes that somebody asked for. An answer is null while they are open, and for ever where a later version came instead.</summary>
public sealed record AskedChanges(int Version, string By, DateTimeOffset At, ClauseComment[] Comments, string? Answer);

/// <summary>A scan of the signed paper, and who attested it so far.</summary>
public sealed record SignedScan(string ScanSha256, string OfficialId, string FullName, string Capacity, DateOnly SignedOn, string[] AttestedBy)
{
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(SignedScan)} {ScanSha256}";
}

/// <summary>An agreement as it is stored.</summary>
public sealed record AgreementRecord
{
    /// <summary>Where it stands.</summary>
    public AgreementStanding Standing { get; init; }

    /// <summary>Its versions.</summary>
    public AgreementVersion[]? Versions { get; init; }

    /// <summary>Clauses of the current version.</summary>
    public string[]? ClauseIds { get; init; }

    /// <summary>Its signatures.</summary>
    public AgreementSignature[]? Signatures { get; init; }

    /// <summary>Changes asked for.</summary>
    public AskedChanges[]? Changes { get; init; }

    /// <summary>A scan of the current version.</summary>
    public SignedScan? Scan { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; init; }
}
