using Centra.Cli.Input;
using Centra.Cli.Terminal;
using Centra.Ingest;

namespace Centra.Cli.Ingest;

/// <summary>Sends an input as one job: patients, their phase closed, then the rest, then the whole closed.</summary>
/// <param name="input">What is sent.</param>
/// <param name="jobs">Where to.</param>
/// <param name="notebook">Where the receipts are kept.</param>
/// <param name="progress">Who is told.</param>
/// <param name="parallel">How many batches at once.</param>
internal sealed class IngestRun(IngestInput input, JobApi jobs, Notebook notebook, Progress progress, int parallel)
{
    private long _batches;
    private long _lines;

    /// <summary>Goes on where the job stands.</summary>
    public async Task<IngestReport> RunAsync(JobView job, CancellationToken cancel)
    {
        // Only what both sides know is complete: a receipt that got lost on the way is asked for again, which changes nothing.
        var complete = notebook.Receipts.Intersect(job.CompleteBatches).ToHashSet();
        progress.Begin("Patients and reference data", input.Bytes);
        await SendAllAsync(job.JobId, input.PeopleAsync(progress, cancel), complete, _ => { }, cancel);
        await jobs.CompleteAsync(job.JobId, "patients", _batches, cancel);
        progress.Begin("Their records", input.Rest);
        var before = _lines;
        await SendAllAsync(job.JobId, input.RestAsync(cancel), complete, lines => progress.At(lines - before), cancel);
        var done = Checked(await jobs.CompleteAsync(job.JobId, null, _batches, cancel));
        return new IngestReport(done, input.PassedOver, notebook);
    }

    private async Task SendAllAsync(
        string jobId, IAsyncEnumerable<LineBatch> batches, HashSet<long> complete, Action<long> advanced, CancellationToken cancel)
    {
        await using var lanes = new Lanes(parallel, cancel);
        await foreach (var batch in batches)
        {
            var number = ++_batches;
            if (!complete.Contains(number))
                await SendAsync(lanes, jobId, number, batch);
            advanced(_lines += batch.Count);
        }
        await lanes.DrainAsync();
    }

    // What is deleted must neither overtake nor be overtaken.
    private async Task SendAsync(Lanes lanes, string jobId, long number, LineBatch batch)
    {
        var isBarrier = batch.Group is LineGroup.Deletion;
        if (isBarrier)
            await lanes.DrainAsync();
        await lanes.StartAsync(cancel => SendAsync(jobId, number, batch, cancel));
        if (isBarrier)
            await lanes.DrainAsync();
    }

    private async Task SendAsync(string jobId, long number, LineBatch batch, CancellationToken cancel)
    {
        var receipt = await jobs.SendAsync(jobId, number, batch, cancel);
        var rejects = receipt.Rejects.Select(reject => new RejectedInputLine(batch.File.Name, batch.NumberOf(reject.Line), reject.Code));
        notebook.KeepReceipt(number, receipt.RejectsByCode, [.. rejects]);
    }

    private JobView Checked(JobView job) => job.Counts.Read == _lines
        ? job
        : throw new CommandFailedException($"Job {job.JobId} is complete, but the service counted {job.Counts.Read} lines where {_lines} were sent.");
}
