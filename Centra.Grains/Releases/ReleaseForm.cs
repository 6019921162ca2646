using System.Collections.Immutable;
using Centra.Recording;

namespace Centra.Releases;

/// <summary>How releases are stored, and how they are shown.</summary>
internal static class ReleaseForm
{
    public static RecordedForm<ReleaseState, ReleaseEvent, ReleaseRecord> Recorded { get; } = new(Load, Save, ReleaseFolding.Apply);

    /// <summary>All of it.</summary>
    public static ReleaseView View(string requestId, ReleaseState state) => Answer(requestId, state) with { Downloads = state.Downloads };

    /// <summary>What a command is answered with: answers are kept, so the downloads are not in them.</summary>
    public static ReleaseView Answer(string requestId, ReleaseState state) => new(requestId, [.. state.Versions.Select(View)], []);

    // Lists that a body leaves out arrive as ones that cannot even be read.
    public static BuildRelease Whole(BuildRelease build) => build with { Extracts = Whole(build.Extracts) };

    private static ImmutableArray<ExtractOrder> Whole(ImmutableArray<ExtractOrder> orders) =>
        orders.IsDefault ? [] : [.. orders.OfType<ExtractOrder>().Select(Whole)];

    private static ExtractOrder Whole(ExtractOrder order) => order with
    {
        DatasetId = order.DatasetId ?? "",
        Variables = order.Variables.IsDefault ? [] : order.Variables,
        Filters = order.Filters.IsDefault ? [] : [.. order.Filters.OfType<RowFilter>().Select(filter => filter.Values.IsDefault ? filter with { Values = [] } : filter)],
    };

    private static ReleaseVersion View(VersionState version) => new(
        version.Version, version.Standing, version.ManifestSha256, version.Files, version.PreparedBy, version.PreparedAt, version.DecidedBy, version.Reason, version.Checks,
        version.Extracts);

    private static ReleaseState Load(ReleaseRecord? stored) => stored is null ? ReleaseState.None : new ReleaseState(
        [.. stored.Versions ?? []], [.. stored.Downloads ?? []], stored.FirstDownloadAt);

    private static ReleaseRecord Save(ReleaseState state) => new()
    {
        Versions = [.. state.Versions],
        Downloads = [.. state.Downloads],
        FirstDownloadAt = state.FirstDownloadAt,
    };
}
