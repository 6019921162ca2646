using Centra.Storage;

namespace Centra.Gate;

/// <summary>Compares the keys of patients with the patients: a key without a patient is destroyed, a patient without a key cannot be read.</summary>
public sealed class LostKeys(Vault vault, PatientKeys keys, TimeProvider clock)
{
    private const int AtOnce = 2_000;
    private static readonly TimeSpan InFlight = TimeSpan.FromHours(1);

    /// <summary>Refuses to go on where the keys are older than the vault: the newest patients could not be read.</summary>
    public async Task CheckAsync()
    {
        var newest = await vault.Database.ReadAsync(session => session.NumberAsync("select max(key_no) from patient where status in (1, 2)"));
        if (newest == 0)
            return;
        var found = await keys.OpenAsync([newest]);
        if (found.Count == 0)
            throw new KeyStoreException("The keys of patients are older than the vault: those of the newest patients are missing. Restore the newest copy of the keys' database.");
    }

    /// <summary>Destroys keys that no patient uses and that no load can be about to use; how many.</summary>
    public async Task<int> SweepAsync()
    {
        var destroyed = 0;
        var before = clock.GetUtcNow() - InFlight;
        for (long after = 0; await keys.ListAsync(after, before, AtOnce) is { Count: > 0 } numbers; after = numbers[^1])
        {
            var used = await vault.Database.ReadAsync(session => Bulk.QueryAsync(session,
                "select key_no from patient where key_no = $1", "select key_no from patient where key_no = any($1)", numbers.ToArray(), row => row.GetInt64(0)));
            destroyed += await keys.DestroyAsync([.. numbers.Except(used)]);
        }
        return destroyed;
    }
}
