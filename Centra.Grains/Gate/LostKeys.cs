using Centra.Storage;

namespace Centra.Gate;

/// <summary>
/// Compares the keys of patients with the patients. A key without a patient is destroyed. A patient whose key was destroyed was erased and
/// came back with an old copy of the vault: it goes again.
/// </summary>
public sealed class LostKeys(Vault vault, PatientKeys keys, Erasing erasing, Sweeping sweeping, TimeProvider clock)
{
    private const int AtOnce = 2_000;
    private static readonly TimeSpan InFlight = TimeSpan.FromHours(1);

    /// <summary>Refuses to go on where the keys are older than the vault or cannot be opened: the newest patients could not be read.</summary>
    public async Task CheckAsync()
    {
        var newest = await vault.Database.ReadAsync(session => session.NumberAsync("select max(key_no) from patient"));
        if (newest > await keys.LastNumberAsync())
            throw new KeyStoreException("The keys of patients are older than the vault: those of the newest patients are missing. Restore the newest copy of the keys' database.");
        if (newest > 0)
            await keys.OpenAsync([newest]);
    }

    /// <summary>Sweeps in both directions: keys that no patient uses and no load can be about to use, and patients without a key. How many.</summary>
    public async Task<int> SweepAsync()
    {
        var swept = 0;
        var before = clock.GetUtcNow() - InFlight;
        for (long after = 0; await keys.ListAsync(after, before, AtOnce) is { Count: > 0 } numbers; after = numbers[^1])
        {
            var used = await vault.Database.ReadAsync(session => Bulk.QueryAsync(session,
                "select key_no from patient where key_no = $1", "select key_no from patient where key_no = any($1)", numbers.ToArray(), row => row.GetInt64(0)));
            swept += await keys.DestroyAsync([.. numbers.Except(used)]);
        }
        return swept + await EraseAllAsync();
    }

    /// <summary>Erases all patients whose key was destroyed; how many.</summary>
    public async Task<int> EraseAllAsync()
    {
        var erased = 0;
        for (long after = 0; await vault.Database.ReadAsync(session => Patients.AboveAsync(session, after, AtOnce)) is { Count: > 0 } rows; after = rows[^1].PatientNo)
            erased += await EraseAsync(rows);
        return erased;
    }

    /// <summary>Erases those of some patients whose key was destroyed; how many.</summary>
    public async Task<int> EraseAsync(IReadOnlyCollection<PatientRow> rows)
    {
        var kept = rows.Where(row => row.Status is PatientStatus.Live or PatientStatus.Held).ToList();
        var last = await keys.LastNumberAsync();
        var opened = await keys.OpenAsync([.. kept.Select(row => row.KeyNo).Distinct()]);
        var lost = kept.Where(row => row.KeyNo <= last && !opened.ContainsKey(row.KeyNo)).ToList();
        foreach (var row in lost)
            await vault.Database.WriteAsync(Fence.Exclusive, session => EraseAsync(session, row));
        if (lost.Count > 0)
            await sweeping.FinishAllAsync();
        return lost.Count;
    }

    private async Task<bool> EraseAsync(DbSession session, PatientRow lost)
    {
        if (await Patients.FindAsync(session, lost.PatientNo) is not { Status: PatientStatus.Live or PatientStatus.Held } row || row.KeyNo != lost.KeyNo)
            return false;
        await erasing.EraseAsync(session, row);
        return true;
    }
}
