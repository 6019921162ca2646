using Orleans;

namespace Centra.Housekeeping;

/// <summary>Sees to it that every task has its reminder. Called at start, on every silo; setting a reminder twice is harmless.</summary>
public sealed class Housekeeper(IEnumerable<IHousekeepingTask> tasks, IGrainFactory grains)
{
    /// <summary>Starts all tasks.</summary>
    public Task StartAsync() => Task.WhenAll(tasks.Select(task => grains.GetGrain<IHousekeepingGrain>($"housekeeping/{task.Name}").Start()));
}
