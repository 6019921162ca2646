using Centra.Recording;
using Centra.Storage;

namespace Centra.Ingest;

/// <summary>Keeps the list of jobs.</summary>
public sealed class JobProjection : MappedProjection
{
    /// <inheritdoc/>
    public override string StreamPrefix => "job/";

    /// <inheritdoc/>
    protected override async Task ApplyAsync(ReadContext context, RecordedEvent recorded)
    {
        var jobId = recorded.Stream[StreamPrefix.Length..];
        if (recorded.Read<JobOpened>() is { } opened)
        {
            context.Jobs.Add(new JobRow
            {
                JobId = jobId,
                PracticeId = opened.PracticeId,
                Phase = nameof(JobPhase.Patients),
                OpenedAt = opened.At.ToUnixTimeMilliseconds(),
                OpenedBy = recorded.Actor,
            });
            return;
        }
        var row = await context.Jobs.FindAsync(jobId) ?? throw new StreamBrokenException($"Job {jobId} has no row.");
        if (recorded.Read<PatientsClosed>() is { } closed)
            (row.Phase, row.PatientBatches) = (nameof(JobPhase.Clinical), closed.Batches);
        else if (recorded.Read<JobCompleted>() is { } completed)
            (row.Phase, row.Batches, row.CompletedAt) = (nameof(JobPhase.Complete), completed.Batches, completed.At.ToUnixTimeMilliseconds());
    }
}
