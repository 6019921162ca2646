using Centra.Storage;

namespace Centra.Housekeeping;

/// <summary>
/// Has the databases clear what was deleted out of their files: destroyed keys, cut links, removed words. SQLite's log would keep the former
/// pages until it happens to be overwritten, its full-text index the words until it happens to be merged.
/// </summary>
public sealed class Scrubbing(CentraStorage storage) : IHousekeepingTask
{
    /// <inheritdoc/>
    public string Name => "scrub";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        foreach (var database in new[] { storage.Keys, storage.Vault.Database })
            await database.ScrubAsync();
        return await RequestSearch.ForgetRemovedAsync(storage.Read.Database) ? 1 : 0;
    }
}
