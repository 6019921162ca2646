using System.Data.Common;

namespace Centra.Storage;

/// <summary>Jobs' numbers and the receipts of complete batches.</summary>
public static class BatchReceiptRows
{
    private const string Columns =
        "job_no, batch_no, content_sha256, clinical, completed_at, sequence, read, accepted, unchanged, suppressed, review, rejected, rejects";

    /// <summary>Gives a job its number: later jobs have higher ones. The same number for the same job.</summary>
    public static async Task<long> NumberAsync(DbSession session, string jobId, string practiceId)
    {
        await session.ExecuteAsync("insert into ingest_job (job_id, practice_id) values ($1, $2) on conflict (job_id) do nothing", jobId, practiceId);
        return await session.NumberAsync("select job_no from ingest_job where job_id = $1", jobId);
    }

    /// <summary>The receipt of a batch, or null while it is not complete.</summary>
    public static Task<BatchReceiptRow?> FindAsync(DbSession session, long jobNo, long batchNo) => session.FindAsync(
        $"select {Columns} from batch_receipt where job_no = $1 and batch_no = $2", Read, jobNo, batchNo);

    /// <summary>Keeps a receipt; what stands then: of two that complete a batch at once, the first.</summary>
    public static async Task<BatchReceiptRow> KeepAsync(DbSession session, BatchReceiptRow row)
    {
        await session.ExecuteAsync(
            $"insert into batch_receipt ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing",
            row.JobNo, row.BatchNo, row.ContentSha256, row.Clinical ? 1L : 0L, row.CompletedAt, row.Sequence, row.Read, row.Accepted,
            row.Unchanged, row.Suppressed, row.Review, row.Rejected, row.Rejects);
        return (await FindAsync(session, row.JobNo, row.BatchNo))!;
    }

    /// <summary>All receipts of a job, in order.</summary>
    public static Task<List<BatchReceiptRow>> OfJobAsync(DbSession session, long jobNo) => session.QueryAsync(
        $"select {Columns} from batch_receipt where job_no = $1 order by batch_no", Read, jobNo);

    /// <summary>The receipts of a job by its id, by batch.</summary>
    public static Task<List<BatchReceiptRow>> OfJobAsync(DbSession session, string jobId) => session.QueryAsync(
        $"select {Columns} from batch_receipt where job_no = (select job_no from ingest_job where job_id = $1) order by batch_no", Read, jobId);

    private static BatchReceiptRow Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.GetInt64(3) != 0, row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
        row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetString(12));
}

/// <summary>What became of every line of a batch. The five kinds add up to <see cref="Read"/>.</summary>
/// <param name="JobNo">The job's number.</param>
/// <param name="BatchNo">The batch's number in its job.</param>
/// <param name="ContentSha256">SHA-256 of the lines as received, unzipped.</param>
/// <param name="Clinical">Whether it was sent in the second phase.</param>
/// <param name="CompletedAt">When, Unix milliseconds.</param>
/// <param name="Sequence">The register's head that the last decisions held for.</param>
/// <param name="Read">Lines.</param>
/// <param name="Accepted">Written by this batch.</param>
/// <param name="Unchanged">Already there as sent, or newer.</param>
/// <param name="Suppressed">Kept out: the patient opted out.</param>
/// <param name="Review">Held until an officer decides.</param>
/// <param name="Rejected">Unreadable or belonging to nobody known.</param>
/// <param name="Rejects">JSON: code to count, and the first lines of each code.</param>
public sealed record BatchReceiptRow(
    long JobNo, long BatchNo, byte[] ContentSha256, bool Clinical, long CompletedAt, long Sequence, long Read,
    long Accepted, long Unchanged, long Suppressed, long Review, long Rejected, string Rejects);
