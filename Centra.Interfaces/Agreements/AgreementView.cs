using System.Collections.Immutable;
using Orleans;

namespace Centra.Agreements;

/// <summary>An agreement.</summary>
/// <param name="RequestId">The request it belongs to.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Versions">All versions, oldest first; the last one is the current one.</param>
/// <param name="Signatures">Signatures of all versions, in order; those of former versions are void.</param>
/// <param name="Changes">What was asked to be changed, in order.</param>
/// <param name="Scan">A scan of the current version, if one was attached.</param>
/// <param name="Starts">First day, once executed.</param>
/// <param name="Ends">Last day, ending 24:00 in the society's zone.</param>
/// <param name="Reason">Why it was declined.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.view")]
public sealed record AgreementView(
    [property: Id(0)] string RequestId,
    [property: Id(1)] AgreementStanding Standing,
    [property: Id(2)] ImmutableArray<AgreementVersionView> Versions,
    [property: Id(3)] ImmutableArray<SignatureView> Signatures,
    [property: Id(4)] ImmutableArray<ChangesView> Changes,
    [property: Id(5)] ScanView? Scan,
    [property: Id(6)] DateOnly? Starts,
    [property: Id(7)] DateOnly? Ends,
    [property: Id(8)] string? Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(AgreementView)} of {RequestId}";
}

/// <summary>One version of an agreement.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Sha256">SHA-256 of the PDF: what is shown, and what signatures are bound to. The file is stored under it.</param>
/// <param name="TextSha256">SHA-256 of the text, which every page of the PDF names at its foot. The file is stored under it.</param>
/// <param name="SourceSha256">SHA-256 of the text's clauses as JSON, which versions are compared by. The file is stored under it.</param>
/// <param name="IssuedBy">By whom.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="Note">What changed; empty in the first.</param>
/// <param name="TemplateVersion">Of which version of the template.</param>
/// <param name="EstimateVersion">Which estimate it states.</param>
/// <param name="Total">The estimate's total.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="OpenUntil">Last day for the institution to sign.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.version")]
public sealed record AgreementVersionView(
    [property: Id(0)] int Number,
    [property: Id(1)] string Sha256,
    [property: Id(2)] string TextSha256,
    [property: Id(3)] string SourceSha256,
    [property: Id(4)] string IssuedBy,
    [property: Id(5)] DateTimeOffset IssuedAt,
    [property: Id(6)] string Note,
    [property: Id(7)] int TemplateVersion,
    [property: Id(8)] int EstimateVersion,
    [property: Id(9)] decimal Total,
    [property: Id(10)] string Currency,
    [property: Id(11)] DateOnly OpenUntil);

/// <summary>A signature.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Version">Of which version; void once there is a later one.</param>
/// <param name="UserId">Who signed.</param>
/// <param name="FullName">The name as signed.</param>
/// <param name="Capacity">In which capacity.</param>
/// <param name="Meaning">What signing means, as it was shown; empty on paper.</param>
/// <param name="At">When; on paper, when the second attestation made it count.</param>
/// <param name="Sha256">The hash that was shown.</param>
/// <param name="ScanSha256">The scan, where it was signed on paper.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.signature")]
public sealed record SignatureView(
    [property: Id(0)] SignatureParty Party,
    [property: Id(1)] int Version,
    [property: Id(2)] string UserId,
    [property: Id(3)] string FullName,
    [property: Id(4)] string Capacity,
    [property: Id(5)] string Meaning,
    [property: Id(6)] DateTimeOffset At,
    [property: Id(7)] string Sha256,
    [property: Id(8)] string? ScanSha256)
{
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(SignatureView)} of version {Version} for {Party}";
}

/// <summary>Changes that were asked for.</summary>
/// <param name="Version">Of which version.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When.</param>
/// <param name="Comments">What.</param>
/// <param name="Answer">The society's answer where it stayed with the version; null while open, or answered by a later version.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.changes")]
public sealed record ChangesView(
    [property: Id(0)] int Version, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] ImmutableArray<ClauseComment> Comments, [property: Id(4)] string? Answer);

/// <summary>A scan of the signed paper.</summary>
/// <param name="ScanSha256">SHA-256 of the attachment.</param>
/// <param name="OfficialId">Who signed.</param>
/// <param name="SignedOn">The date on the paper.</param>
/// <param name="AttestedBy">Who attested so far; two make it count.</param>
[GenerateSerializer, Immutable, Alias("centra.agreements.scan")]
public sealed record ScanView(
    [property: Id(0)] string ScanSha256, [property: Id(1)] string OfficialId, [property: Id(2)] DateOnly SignedOn, [property: Id(3)] ImmutableArray<string> AttestedBy);
