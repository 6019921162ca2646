using Centra.Releases;

namespace Centra.Requests;

/// <summary>What a steward orders, with what the committee approved. Pure.</summary>
internal static class ReleaseOrders
{
    public static BuildRelease Of(RequestState state, PrepareRelease prepare) => ReleaseForm.Whole(new BuildRelease(
        prepare.Extracts, [.. state.ApprovedDatasets.Select(one => new ApprovedDataset(one.DatasetId, one.Version, one.Variables, one.FromYear, one.ToYear))]));
}
