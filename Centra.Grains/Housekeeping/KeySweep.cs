using Centra.Gate;

namespace Centra.Housekeeping;

/// <summary>Destroys keys that no patient uses: of loads that were cut off, or brought back by an old copy of the keys.</summary>
public sealed class KeySweep(LostKeys keys) : IHousekeepingTask
{
    /// <inheritdoc/>
    public string Name => "key-sweep";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public Task<int> RunAsync() => keys.SweepAsync();
}
