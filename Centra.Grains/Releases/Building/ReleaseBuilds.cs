using Centra.Housekeeping;
using Centra.Storage;

namespace Centra.Releases;

/// <summary>Finds releases that were ordered and not built: the process ended, or the storage did not answer.</summary>
public sealed class ReleaseBuilds(ReadStore read, ReleaseQueue queue) : IHousekeepingTask
{
    private const int AtOnce = 100;

    /// <inheritdoc/>
    public string Name => "release-builds";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var waiting = await read.Database.ReadAsync(session => ReleaseList.BuildingAsync(session, AtOnce));
        waiting.ForEach(queue.Add);
        return waiting.Count;
    }
}
