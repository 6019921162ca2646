using System.Collections.Immutable;
using Orleans;
using static Centra.Releases.ReleaseRefusal;

namespace Centra.Releases;

/// <summary>What can be commanded of a release, through its request: a closed family.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.command")]
[RefusedWith(CommandRefusal.TextIsTooLong)]
public abstract record ReleaseCommand;

/// <summary>A steward has the extract made: the approved variables and cohort of one version of each approved dataset, checked by its release profile.</summary>
/// <param name="Extracts">One for each approved dataset.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.prepare")]
[RefusedWith(
    ExtractIsMissing, DatasetIsNotApproved, VersionIsNotApproved, VariablesAreNotApproved, VariablesMayNotLeave, FilterIsWrong, ProfileIsMissing,
    RecordsMayNotLeave, VersionIsMissing)]
public sealed record PrepareRelease([property: Id(0)] ImmutableArray<ExtractOrder> Extracts) : ReleaseCommand;

/// <summary>What is to be taken out of a dataset. Dataset, version and variables are compared with what was approved.</summary>
/// <param name="DatasetId">Which.</param>
/// <param name="Version">Its version.</param>
/// <param name="Variables">Columns.</param>
/// <param name="Filters">The cohort as conditions on columns; all have to hold.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.extract-order")]
public sealed record ExtractOrder(
    [property: Id(0)] string DatasetId, [property: Id(1)] int Version, [property: Id(2)] ImmutableArray<string> Variables, [property: Id(3)] ImmutableArray<RowFilter> Filters);

/// <summary>A condition on a column.</summary>
/// <param name="Variable">The column.</param>
/// <param name="Values">One of these; empty: not asked.</param>
/// <param name="From">At least, as a number or in the order of text; null: not asked.</param>
/// <param name="To">At most; null: not asked.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.row-filter")]
public sealed record RowFilter(
    [property: Id(0)] string Variable, [property: Id(1)] ImmutableArray<string> Values, [property: Id(2)] string? From, [property: Id(3)] string? To);

/// <summary>Another steward approves exactly the files that were shown.</summary>
/// <param name="Version">The version of the release.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest.</param>
/// <param name="HasNoActualKnowledge">Attests no actual knowledge that the data could identify somebody (45 CFR 164.514(b)(2)(ii)).</param>
[GenerateSerializer, Immutable, Alias("centra.releases.approve")]
[RefusedWith(ReleaseNotFound, ReleaseIsSuperseded, ReleaseIsNotPrepared, ReleaseIsDecidedAlready, SecondPersonIsNeeded, ManifestIsAnother, AttestationIsMissing)]
public sealed record ApproveRelease([property: Id(0)] int Version, [property: Id(1)] string ManifestSha256, [property: Id(2)] bool HasNoActualKnowledge) : ReleaseCommand;

/// <summary>The release is not approved; another one has to be prepared.</summary>
[GenerateSerializer, Immutable, Alias("centra.releases.reject")]
[RefusedWith(ReleaseNotFound, ReleaseIsSuperseded, ReleaseIsNotPrepared, ReleaseIsDecidedAlready, ReasonIsMissing)]
public sealed record RejectRelease([property: Id(0)] int Version, [property: Id(1)] string Reason) : ReleaseCommand;

/// <summary>A member begins to download a file. Recorded before the first byte leaves.</summary>
/// <param name="FileName">A file of the manifest.</param>
/// <param name="Range">The bytes that were asked for, for example <c>0-</c>.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.record-download")]
[RefusedWith(ReleaseIsNotApproved, FileNotFound, RangeIsWrong)]
public sealed record RecordDownload([property: Id(0)] string FileName, [property: Id(1)] string Range) : ReleaseCommand, IRoutine;

/// <summary>A steward looks at a file of a version, to check it. Recorded before the first byte leaves.</summary>
/// <param name="Version">The version of the release.</param>
/// <param name="FileName">A file of its manifest.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.inspect-file")]
[RefusedWith(FileNotFound)]
public sealed record InspectFile([property: Id(0)] int Version, [property: Id(1)] string FileName) : ReleaseCommand, IRoutine;

/// <summary>All of it goes: its retention has ended, as its request has found. By the service.</summary>
/// <param name="Rule">By which rule of retention.</param>
[GenerateSerializer, Immutable, Alias("centra.releases.remove")]
[RefusedWith(ReleaseNotFound, NotTheServices)]
public sealed record RemoveRelease([property: Id(0)] string Rule) : ReleaseCommand;
