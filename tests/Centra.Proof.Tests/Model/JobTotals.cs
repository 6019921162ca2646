using Centra.Ingest;
using Centra.Testing;

namespace Centra.Proof.Model;

/// <summary>What a job says that became of its lines is what its batches said.</summary>
internal static class JobTotals
{
    public static async Task CheckAsync(GateHost gate, History history)
    {
        var receipts = history.Acts.Select(act => act switch { Sent sent => sent.Receipt, Deleted deleted => deleted.Receipt, _ => null }).OfType<BatchReceipt>();
        foreach (var job in receipts.GroupBy(receipt => receipt.JobId))
        {
            var view = (await gate.Grains.GetGrain<IIngestJobGrain>($"job/{job.Key}").View(null)).Value!;
            view.Counts.ShouldBe(job.Aggregate(LineCounts.Zero, (sum, receipt) => sum.Plus(receipt.Counts)), job.Key);
            view.CompleteBatches.ShouldBe(job.Select(receipt => receipt.Batch), ignoreOrder: true);
        }
    }
}
