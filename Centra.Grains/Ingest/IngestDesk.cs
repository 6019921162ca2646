using System.Text;
using Centra.Fhir;
using Centra.Practices;
using Centra.Storage;
using Centra.Telemetry;
using Orleans;

namespace Centra.Ingest;

/// <summary>
/// Receives batches where they arrive: asks the practice and the job whether they are taken, works them off, keeps the receipt. A batch
/// that was cut off anywhere is completed by sending it again; one that is complete answers with its first receipt.
/// </summary>
public sealed class IngestDesk(IGrainFactory grains, BatchReading reading, BatchProcessing processing, Vault vault, GateMetrics metrics, TimeProvider clock)
{
    /// <summary>The highest number that a batch can have.</summary>
    public const long HighestBatch = 1_000_000;

    /// <summary>Takes a batch.</summary>
    /// <param name="practiceId">Whose, from the API key.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="batchNo">The batch, from 1.</param>
    /// <param name="body">NDJSON, or CSV where the job has a mapping; unzipped.</param>
    /// <param name="csvName">Name of the CSV file that the body is of, by which the job's mapping is chosen; null for NDJSON.</param>
    /// <param name="cancel">The caller has gone; what was begun is finished by the next sending.</param>
    public async Task<Result<BatchReceipt>> ReceiveAsync(string practiceId, string jobId, long batchNo, Stream body, string? csvName, CancellationToken cancel)
    {
        using var span = GateTraces.Source.StartActivity("ingest batch");
        var began = clock.GetTimestamp();
        var answer = await TakeAsync(practiceId, jobId, batchNo, body, csvName, cancel);
        metrics.Batch(answer, clock.GetElapsedTime(began));
        return answer;
    }

    private async Task<Result<BatchReceipt>> TakeAsync(string practiceId, string jobId, long batchNo, Stream body, string? csvName, CancellationToken cancel)
    {
        if (batchNo is < 1 or > HighestBatch)
            return IngestRefusal.BatchNumberIsWrong;
        var standing = await grains.GetGrain<IPracticeGrain>($"practice/{practiceId}").MayIngest();
        if (standing.IsRefused)
            return standing.Refusal;
        var ticket = await grains.GetGrain<IIngestJobGrain>($"job/{jobId}").Admit(practiceId);
        if (ticket.IsRefused && ticket.Refusal.Code != nameof(IngestRefusal.JobIsComplete))
            return ticket.Refusal;
        var csv = csvName is null ? null : CsvOf(ticket.Value?.CsvMapping, csvName);
        if (csvName is not null && csv is null)
            return IngestRefusal.MappingIsWrong.Because("The job's CSV mapping has no file of this name.");
        var read = await reading.ReadAsync(body, csv, practiceId, cancel);
        if (read.IsRefused)
            return read.Refusal;
        var scope = new BatchScope(practiceId, ticket.Value?.JobNo ?? await NumberAsync(jobId, practiceId), batchNo);
        if (await FindAsync(scope) is { } known)
            return Answer(jobId, known, read.Value);
        return ticket.IsRefused ? ticket.Refusal : await WorkAsync(jobId, scope, ticket.Value, read.Value);
    }

    private async Task<Result<BatchReceipt>> WorkAsync(string jobId, BatchScope scope, JobTicket ticket, ReadBatch batch)
    {
        if (ticket.Phase is JobPhase.Patients && batch.Lines.Any(line => line.Resource.Kind is FhirKind.Clinical or FhirKind.Deletion))
            return IngestRefusal.PatientsStillOpen;
        var done = await processing.RunAsync(scope, batch.Lines);
        if (done.IsRefused)
            return done.Refusal;
        var row = BatchReceipts.Row(scope, batch, ticket.Phase is not JobPhase.Patients, done.Value, clock.GetUtcNow());
        return Answer(jobId, await vault.Database.WriteAsync(Fence.Shared, session => BatchReceiptRows.KeepAsync(session, row)), batch);
    }

    private static Result<BatchReceipt> Answer(string jobId, BatchReceiptRow kept, ReadBatch batch) =>
        kept.ContentSha256.AsSpan().SequenceEqual(batch.ContentSha256) ? BatchReceipts.View(jobId, kept) : IngestRefusal.BatchContentDiffers;

    // Without a mapping, a CSV file is one of patients under the usual column names.
    private static CsvFile? CsvOf(string? mapping, string name) => mapping is null
        ? CsvDefaults.Patients
        : CsvMapping.Parse(Encoding.UTF8.GetBytes(mapping)) is { IsRefused: false } parsed ? parsed.Value.For(name) : null;

    private Task<BatchReceiptRow?> FindAsync(BatchScope scope) =>
        vault.Database.ReadAsync(session => BatchReceiptRows.FindAsync(session, scope.JobNo, scope.BatchNo));

    private Task<long> NumberAsync(string jobId, string practiceId) =>
        vault.Database.WriteAsync(Fence.None, session => BatchReceiptRows.NumberAsync(session, jobId, practiceId));
}
