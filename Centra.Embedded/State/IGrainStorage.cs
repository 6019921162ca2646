using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// Keeps the states of grains. Reading sets state, ETag and whether there is a record; writing and clearing throw
/// <see cref="InconsistentStateException"/> where the ETag is not that of the stored record.
/// </summary>
public interface IGrainStorage
{
    Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);

    Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState);
}
