using System.Collections.Immutable;
using Orleans;

namespace Centra.Releases;

/// <summary>A release with all of its versions.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.view")]
public sealed record ReleaseView([property: Id(0)] string RequestId, [property: Id(1)] ImmutableArray<ReleaseVersion> Versions, [property: Id(2)] ImmutableArray<DownloadView> Downloads);

/// <summary>A version of a release.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.version")]
public sealed record ReleaseVersion(
    [property: Id(0)] int Version, [property: Id(1)] ReleaseStanding Standing, [property: Id(2)] string ManifestSha256, [property: Id(3)] ImmutableArray<ReleaseFile> Files,
    [property: Id(4)] string PreparedBy, [property: Id(5)] DateTimeOffset PreparedAt, [property: Id(6)] string? DecidedBy, [property: Id(7)] string Reason);

/// <summary>How a version stands.</summary>
public enum ReleaseStanding
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Made and checked, waits for a second steward.</summary>
    Prepared = 1,

    /// <summary>Approved.</summary>
    Approved = 2,

    /// <summary>Not approved.</summary>
    Rejected = 3,
}

/// <summary>A file of a release.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.file")]
public sealed record ReleaseFile([property: Id(0)] string Name, [property: Id(1)] string Sha256, [property: Id(2)] long Bytes, [property: Id(3)] long Rows, [property: Id(4)] string DatasetId);

/// <summary>A download.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.download")]
public sealed record DownloadView([property: Id(0)] string UserId, [property: Id(1)] string FileName, [property: Id(2)] string Range, [property: Id(3)] DateTimeOffset At);
