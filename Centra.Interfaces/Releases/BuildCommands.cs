using System.Collections.Immutable;
using Orleans;
using static Centra.Releases.ReleaseRefusal;

namespace Centra.Releases;

/// <summary>What becomes of <see cref="PrepareRelease"/> on its way through the request, which adds what was approved. Nobody else sends it.</summary>
/// <param name="Extracts">What the steward ordered.</param>
/// <param name="Approved">What the committee approved, as the request knows it.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.build")]
[RefusedWith(typeof(PrepareRelease))]
public sealed record BuildRelease([property: Id(0)] ImmutableArray<ExtractOrder> Extracts, [property: Id(1)] ImmutableArray<ApprovedDataset> Approved) : ReleaseCommand;

/// <summary>A dataset as it was approved.</summary>
/// <param name="DatasetId">Which.</param>
/// <param name="Version">Its version.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="FromYear">First year; null: from the beginning.</param>
/// <param name="ToYear">Last year; null: to the end.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.approved-dataset")]
public sealed record ApprovedDataset(
    [property: Id(0)] string DatasetId, [property: Id(1)] int Version, [property: Id(2)] ImmutableArray<string> Variables, [property: Id(3)] int? FromYear, [property: Id(4)] int? ToYear);

/// <summary>A version that waits to be built.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.order")]
public sealed record ReleaseOrder(
    [property: Id(0)] string RequestId, [property: Id(1)] int Version, [property: Id(2)] ImmutableArray<ExtractOrder> Extracts,
    [property: Id(3)] ImmutableArray<ApprovedDataset> Approved, [property: Id(4)] string PreparedBy, [property: Id(5)] DateTimeOffset PreparedAt);

/// <summary>The files of a version are made, checked and stored. By the service.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.record-build")]
[RefusedWith(NotTheServices, NothingIsToBeBuilt, ReleaseNotFound, ReleaseIsSuperseded)]
public sealed record RecordBuild(
    [property: Id(0)] int Version, [property: Id(1)] string ManifestSha256, [property: Id(2)] ImmutableArray<ReleaseFile> Files,
    [property: Id(3)] ImmutableArray<ExtractCheck> Checks) : ReleaseCommand;

/// <summary>The files of a version could not be made, or failed a check. By the service.</summary>
/// <param name="Version">The version.</param>
/// <param name="Code">Name of a <see cref="ReleaseRefusal"/>.</param>
/// <param name="Reason">Its sentence.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.record-build-failure")]
[RefusedWith(NotTheServices, NothingIsToBeBuilt, ReleaseNotFound, ReleaseIsSuperseded, NothingIsLeft, TooManyCombinations, CheckFailed, BuildBroke)]
public sealed record RecordBuildFailure([property: Id(0)] int Version, [property: Id(1)] string Code, [property: Id(2)] string Reason) : ReleaseCommand;
