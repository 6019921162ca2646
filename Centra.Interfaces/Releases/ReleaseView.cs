using System.Collections.Immutable;
using Orleans;

namespace Centra.Releases;

/// <summary>A release with all of its versions.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Versions">Oldest first; only the last can be approved and downloaded.</param>
/// <param name="Downloads">The last ones; all of them stand in the read model.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.view")]
public sealed record ReleaseView([property: Id(0)] string RequestId, [property: Id(1)] ImmutableArray<ReleaseVersion> Versions, [property: Id(2)] ImmutableArray<DownloadView> Downloads);

/// <summary>A version of a release.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest: what is approved. Empty until it is built.</param>
/// <param name="Files">Its files, the manifest last.</param>
/// <param name="PreparedBy">Who ordered it.</param>
/// <param name="PreparedAt">When.</param>
/// <param name="DecidedBy">Who approved or rejected it.</param>
/// <param name="Reason">Why it was rejected, or why it could not be built.</param>
/// <param name="Checks">What the checks found, for each dataset.</param>
/// <param name="Extracts">What was ordered.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.version")]
public sealed record ReleaseVersion(
    [property: Id(0)] int Version, [property: Id(1)] ReleaseStanding Standing, [property: Id(2)] string ManifestSha256, [property: Id(3)] ImmutableArray<ReleaseFile> Files,
    [property: Id(4)] string PreparedBy, [property: Id(5)] DateTimeOffset PreparedAt, [property: Id(6)] string? DecidedBy, [property: Id(7)] string Reason,
    [property: Id(8)] ImmutableArray<ExtractCheck> Checks, [property: Id(9)] ImmutableArray<ExtractOrder> Extracts);

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

    /// <summary>Ordered, being made.</summary>
    Building = 4,

    /// <summary>Could not be made, or failed a check.</summary>
    Failed = 5,

    /// <summary>A newer one was ordered.</summary>
    Superseded = 6,
}

/// <summary>A file of a release.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Hash of its content, 64 hex digits; its name in the file store.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Its rows without the header; 0 for a text.</param>
/// <param name="DatasetId">The dataset; empty for what is about all of them.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.file")]
public sealed record ReleaseFile([property: Id(0)] string Name, [property: Id(1)] string Sha256, [property: Id(2)] long Bytes, [property: Id(3)] long Rows, [property: Id(4)] string DatasetId);

/// <summary>What was found when the extract of a dataset was checked.</summary>
/// <param name="DatasetId">The dataset.</param>
/// <param name="K">Least number of rows that each combination of quasi-identifiers needs; 0: an open dataset, which needs none.</param>
/// <param name="QuasiIdentifiers">Those in the extract.</param>
/// <param name="Selected">Rows of the approved cohort.</param>
/// <param name="Generalised">Rows whose quasi-identifiers were made coarser.</param>
/// <param name="Dropped">Rows that were left out because too few shared their quasi-identifiers.</param>
/// <param name="Rows">Rows in the extract.</param>
/// <param name="SmallestGroup">Rows of the rarest combination in the extract, counted in the file itself; null: not counted, an open dataset.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.check")]
public sealed record ExtractCheck(
    [property: Id(0)] string DatasetId, [property: Id(1)] int K, [property: Id(2)] ImmutableArray<string> QuasiIdentifiers, [property: Id(3)] long Selected,
    [property: Id(4)] long Generalised, [property: Id(5)] long Dropped, [property: Id(6)] long Rows, [property: Id(7)] long? SmallestGroup);

/// <summary>A download.</summary>
/// <param name="UserId">By whom.</param>
/// <param name="FileName">Of what.</param>
/// <param name="Range">The bytes asked for.</param>
/// <param name="At">When.</param>
/// <param name="Version">Of which version.</param>
/// <param name="IsCheck">Whether a steward looked at it to check it.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.download")]
public sealed record DownloadView(
    [property: Id(0)] string UserId, [property: Id(1)] string FileName, [property: Id(2)] string Range, [property: Id(3)] DateTimeOffset At, [property: Id(4)] int Version,
    [property: Id(5)] bool IsCheck);
