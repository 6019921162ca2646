using Centra.Cli.Terminal;
using Centra.Ingest;

namespace Centra.Cli.Ingest;

/// <summary>Finds the job that an interrupted run left, or opens one.</summary>
internal sealed class JobOpening(JobApi jobs, Notebook notebook, IdSource ids, Progress progress)
{
    /// <summary>The job to go on with.</summary>
    /// <param name="input">Digest of what is to be sent.</param>
    /// <param name="mapping">The mapping of CSV files.</param>
    /// <param name="anew">Whether an interrupted job is left where it is.</param>
    /// <param name="cancel">The user has had enough.</param>
    public async Task<JobView> OpenAsync(string input, CsvMappingFile? mapping, bool anew, CancellationToken cancel)
    {
        if (!anew && notebook.Input == input && await FindAsync(cancel) is { } found)
            return found;
        if (notebook.Input is { } before && before != input)
            progress.Say($"The input has changed since {Begun()}: a new job is opened.");
        if (notebook.Input != input || notebook.JobId is not null)
            notebook.Begin(input, ids.NewId("open"));
        var job = await jobs.OpenAsync(mapping?.Document, notebook.Opening, cancel);
        notebook.KeepJob(job.JobId);
        return job;
    }

    private async Task<JobView?> FindAsync(CancellationToken cancel)
    {
        if (notebook.JobId is not { } jobId)
            return null;
        var job = await jobs.FindAsync(jobId, cancel);
        progress.Say(job is null
            ? $"The service does not know job {jobId} any more: a new job is opened."
            : $"Going on with job {jobId}: {Progress.Number(job.CompleteBatches.Length)} of its batches are complete.");
        return job;
    }

    private string Begun() => notebook.JobId is { } jobId ? $"job {jobId} was begun" : "the last run";
}
