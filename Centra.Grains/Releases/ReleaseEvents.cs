using System.Collections.Immutable;

namespace Centra.Releases;

/// <summary>What happens to a release: a closed family.</summary>
public abstract record ReleaseEvent;

/// <summary>A version was ordered; the one before counts no more.</summary>
public sealed record ReleaseOrdered(int Version, ImmutableArray<ExtractOrder> Extracts, ImmutableArray<ApprovedDataset> Approved, string By, DateTimeOffset At) : ReleaseEvent;

/// <summary>Its files are made and checked.</summary>
public sealed record ReleaseBuilt(int Version, string ManifestSha256, ImmutableArray<ReleaseFile> Files, ImmutableArray<ExtractCheck> Checks, DateTimeOffset At) : ReleaseEvent;

/// <summary>Its files could not be made.</summary>
public sealed record ReleaseBuildFailed(int Version, string Code, string Reason, DateTimeOffset At) : ReleaseEvent;

/// <summary>A second steward approved it and attested no actual knowledge of identifiability.</summary>
public sealed record ReleaseApproved(int Version, string ManifestSha256, string By, DateTimeOffset At) : ReleaseEvent;

/// <summary>It was not approved.</summary>
public sealed record ReleaseRejected(int Version, string Reason, string By, DateTimeOffset At) : ReleaseEvent;

/// <summary>A member of the team began to download a file.</summary>
public sealed record FileDownloaded(int Version, string FileName, string Sha256, string Range, string By, DateTimeOffset At) : ReleaseEvent;

/// <summary>A steward looked at a file.</summary>
public sealed record FileInspected(int Version, string FileName, string Sha256, string By, DateTimeOffset At) : ReleaseEvent;

/// <summary>Its retention has ended: nothing of it is left but that it was.</summary>
public sealed record ContentRemoved(string Rule, DateTimeOffset At) : ReleaseEvent;
