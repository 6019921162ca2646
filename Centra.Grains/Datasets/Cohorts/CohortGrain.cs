using Centra.Recording;
using Orleans.Runtime;

namespace Centra.Datasets;

/// <summary>One person's counting of cohorts. Every count is an event of its stream, so that the audit trail has it.</summary>
public sealed class CohortGrain([PersistentState("cohorts")] IPersistentState<GrainRecord<CohortRecord>> stored, Recorder recorder, CohortTables tables)
    : RecordedGrain<CohortState, CohortEvent, CohortRecord>(stored, Recorded, recorder), ICohortGrain
{
    private static readonly RecordedForm<CohortState, CohortEvent, CohortRecord> Recorded = new(
        record => record is null ? CohortState.None : new CohortState([.. record.Times ?? []], record.Last),
        state => new CohortRecord { Times = [.. state.Times], Last = state.Last },
        CohortRules.Apply);

    /// <inheritdoc/>
    public async Task<Result<CohortCount>> Count(CommandContext context, CountCohort command)
    {
        var dataset = await GrainFactory.GetGrain<IDatasetGrain>($"dataset/{command.DatasetId}").View();
        if (dataset.IsRefused)
            return dataset.Refusal;
        var view = dataset.Value;
        var rows = CohortRules.WhatIsWrong(State, view, command.Facets, Now) is null ? await tables.CountAsync(view.Current!, view.Variables, command.Facets) : 0;
        return await HandleAsync(context, command, state => CohortRules.Decide(state, view, command, rows, Now), state => CohortRules.View(state, Now));
    }
}
