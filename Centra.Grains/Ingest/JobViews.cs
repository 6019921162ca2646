using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Views of jobs.</summary>
internal static class JobViews
{
    public static JobView Of(string jobId, JobState state, IReadOnlyCollection<BatchReceiptRow> receipts) => new(
        jobId, state.PracticeId, state.Phase, state.OpenedAt, state.CompletedAt,
        receipts.Select(BatchReceipts.Counts).Aggregate(LineCounts.Zero, (sum, counts) => sum.Plus(counts)),
        [.. receipts.Select(receipt => receipt.BatchNo).Order()]);
}
