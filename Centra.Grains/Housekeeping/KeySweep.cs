using Centra.Gate;

namespace Centra.Housekeeping;

/// <summary>
/// Finishes erasures that something cut off; destroys keys that no patient uses, of loads that were cut off or brought back by an old copy
/// of the keys; erases patients without a key, brought back by an old copy of the vault.
/// </summary>
public sealed class KeySweep(LostKeys keys, Sweeping sweeping) : IHousekeepingTask
{
    /// <inheritdoc/>
    public string Name => "key-sweep";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task<int> RunAsync() => await sweeping.FinishAllAsync() + await keys.SweepAsync();
}
