using System.Collections.Immutable;
using System.Text.Json;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Receipts of batches, as they are stored and as they are shown.</summary>
public static class BatchReceipts
{
    private const int RejectsListed = 1_000;

    /// <summary>The row of a batch whose lines are all decided.</summary>
    public static BatchReceiptRow Row(BatchScope scope, ReadBatch batch, bool clinical, long sequence, DateTimeOffset now)
    {
        var rejects = batch.Unreadable.Concat(batch.Lines.Where(line => line.Outcome is LineOutcome.Rejected)
            .Select(line => new RejectedLine(line.Number, line.Code.ToString()))).OrderBy(reject => reject.Line).ToList();
        var kept = new KeptRejects([.. rejects.Take(RejectsListed)], rejects.GroupBy(reject => reject.Code).ToImmutableSortedDictionary(code => code.Key, code => code.LongCount()));
        long Count(LineOutcome outcome) => batch.Lines.LongCount(line => line.Outcome == outcome);
        return new BatchReceiptRow(
            scope.JobNo, scope.BatchNo, batch.ContentSha256, clinical, now.ToUnixTimeMilliseconds(), sequence, batch.Lines.Count + batch.Unreadable.Count,
            Count(LineOutcome.Accepted), Count(LineOutcome.Unchanged), Count(LineOutcome.Suppressed), Count(LineOutcome.Review), rejects.Count,
            JsonSerializer.Serialize(kept));
    }

    /// <summary>A receipt for people and pipelines.</summary>
    public static BatchReceipt View(string jobId, BatchReceiptRow row)
    {
        var rejects = JsonSerializer.Deserialize<KeptRejects>(row.Rejects)!;
        return new BatchReceipt(jobId, row.BatchNo, Counts(row), rejects.Lines, rejects.ByCode, Convert.ToHexStringLower(row.ContentSha256), row.Sequence,
            DateTimeOffset.FromUnixTimeMilliseconds(row.CompletedAt));
    }

    /// <summary>What became of the lines of a batch.</summary>
    public static LineCounts Counts(BatchReceiptRow row) => new(row.Read, row.Accepted, row.Unchanged, row.Suppressed, row.Review, row.Rejected);

    private sealed record KeptRejects(ImmutableArray<RejectedLine> Lines, ImmutableSortedDictionary<string, long> ByCode);
}
