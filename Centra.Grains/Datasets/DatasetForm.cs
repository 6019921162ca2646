using Centra.Recording;

namespace Centra.Datasets;

/// <summary>How datasets are stored, and how they are shown.</summary>
internal static class DatasetForm
{
    public static RecordedForm<DatasetState, DatasetEvent, DatasetRecord> Recorded { get; } = new(Load, Save, DatasetRules.Apply);

    public static DatasetView View(string datasetId, DatasetState state) => new(
        datasetId, state.About!, state.Standing, state.Use.OutsideAddress, state.Use.CommitteeId, state.Use.Policy, state.Current?.Number ?? 0, state.Versions, state.Variables,
        state.Profile, $"/api/datasets/{datasetId}/questions");

    private static DatasetState Load(DatasetRecord? stored) => stored is null ? DatasetState.None : new DatasetState(
        stored.About, stored.Standing, stored.Use ?? DatasetState.None.Use, [.. stored.Variables ?? []], [.. stored.Versions ?? []], stored.Profile,
        [.. stored.OpenQuestions ?? []], [.. stored.Interested ?? []]);

    private static DatasetRecord Save(DatasetState state) => new()
    {
        About = state.About,
        Standing = state.Standing,
        Use = state.Use,
        Variables = [.. state.Variables],
        Versions = [.. state.Versions],
        Profile = state.Profile,
        OpenQuestions = [.. state.OpenQuestions],
        Interested = [.. state.Interested],
    };
}
