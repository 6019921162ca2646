using Centra.Recording;
using Centra.Reviews;
using Orleans;
using Orleans.Runtime;

namespace Centra.Datasets;

/// <summary>A dataset.</summary>
public sealed class DatasetGrain([PersistentState("dataset")] IPersistentState<GrainRecord<DatasetRecord>> stored, Recorder recorder)
    : RecordedGrain<DatasetState, DatasetEvent, DatasetRecord>(stored, DatasetForm.Recorded, recorder), IDatasetGrain
{
    private string DatasetId => this.GetPrimaryKeyString()["dataset/".Length..];

    /// <inheritdoc/>
    public async Task<Result<DatasetView>> Handle(CommandContext context, DatasetCommand command)
    {
        var facts = new DatasetFacts(
            command is SetUse { CommitteeId: { Length: > 0 } committee } && !(await GrainFactory.GetGrain<ICommitteeGrain>($"committee/{committee}").View()).IsRefused);
        return await HandleAsync(
            context, command, state => DatasetRules.Decide(DatasetId, state, command, facts, context.Actor.Id, Now), state => DatasetForm.View(DatasetId, state));
    }

    /// <inheritdoc/>
    public Task<Result<DatasetView>> View() => Task.FromResult<Result<DatasetView>>(
        State.Standing is DatasetStanding.None ? DatasetRefusal.DatasetNotFound : DatasetForm.View(DatasetId, State));
}
