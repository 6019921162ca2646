using Centra.Alarms;
using Centra.Recording;
using Centra.Storage;
using Orleans;
using Orleans.Runtime;

namespace Centra.Ingest;

/// <summary>An ingest job. Its batches' receipts stand in the vault, with what they describe.</summary>
public sealed class IngestJobGrain(
    [PersistentState("job")] IPersistentState<GrainRecord<JobRecord>> stored, Recorder recorder, Vault vault, WithheldRate withheld)
    : RecordedGrain<JobState, JobEvent, JobRecord>(stored, JobRules.Form, recorder), IIngestJobGrain
{
    private string JobId => this.GetPrimaryKeyString()["job/".Length..];

    /// <inheritdoc/>
    public async Task<Result<JobView>> Open(CommandContext context, string practiceId, string? csvMapping)
    {
        var number = await vault.Database.WriteAsync(Fence.None, session => BatchReceiptRows.NumberAsync(session, JobId, practiceId));
        return await HandleAsync(context, (practiceId, csvMapping), state => JobRules.Open(state, practiceId, number, csvMapping, Now), state => JobViews.Of(JobId, state, []));
    }

    /// <inheritdoc/>
    public Task<Result<JobTicket>> Admit(string practiceId) => Task.FromResult<Result<JobTicket>>(
        JobRules.Admit(State, practiceId) is { } refusal ? refusal : new JobTicket(State.JobNo, State.Phase, State.CsvMapping));

    /// <inheritdoc/>
    public async Task<Result<JobView>> Complete(CommandContext context, string practiceId, JobPhase closes, long? batches)
    {
        var receipts = await Receipts();
        var complete = receipts.Select(receipt => receipt.BatchNo).ToHashSet();
        var answer = await HandleAsync(context, (practiceId, closes, batches),
            state => JobRules.Complete(state, practiceId, closes, batches, complete, Now), state => JobViews.Of(JobId, state, receipts));
        if (answer.Value is { Phase: JobPhase.Complete })
            await withheld.CheckAsync(practiceId, State.JobNo);
        return answer;
    }

    /// <inheritdoc/>
    public async Task<Result<JobView>> View(string? practiceId) => State.Phase is JobPhase.None || (practiceId ?? State.PracticeId) != State.PracticeId
        ? IngestRefusal.JobNotFound
        : JobViews.Of(JobId, State, await Receipts());

    private Task<List<BatchReceiptRow>> Receipts() => State.Phase is JobPhase.None
        ? Task.FromResult(new List<BatchReceiptRow>())
        : vault.Database.ReadAsync(session => BatchReceiptRows.OfJobAsync(session, State.JobNo));
}
