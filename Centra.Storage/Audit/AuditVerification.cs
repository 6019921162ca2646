using Microsoft.Data.Sqlite;

namespace Centra.Storage;

/// <summary>
/// Checks a data folder offline: every stream's chain of hashes, against the heads in the states of grains and against the signed
/// checkpoints in the register's journal. Reads only.
/// </summary>
public static class AuditVerification
{
    /// <summary>Checks.</summary>
    /// <param name="settings">The folder, and where its keys are.</param>
    /// <exception cref="AuditException">It cannot be checked at all.</exception>
    public static async Task<AuditReport> RunAsync(StorageSettings settings)
    {
        try
        {
            using var files = AuditFiles.Open(settings.DataFolder);
            var ring = settings.KeyStore().Load() ?? throw new AuditException("The keys of this folder are not there; without them no checkpoint can be checked. Name them with --keys FILE.");
            return await RunAsync(files, ring);
        }
        catch (SqliteException error)
        {
            throw new AuditException($"The files of {settings.DataFolder} cannot be read as databases of Centra.", error);
        }
    }

    private static async Task<AuditReport> RunAsync(AuditFiles files, KeyRing ring)
    {
        var faults = new List<AuditFault>();
        var signed = new SignedHeads(ring, faults.Add);
        signed.Read(files.Journal, await RegisterHead.ReadAsync(files.Vault));
        var states = await StateHead.ReadAllAsync(files.State);
        var trail = new TrailCheck(states, signed, faults.Add);
        await trail.ReadAsync(files.Read);
        trail.EndMissing();
        return new AuditReport(trail.Streams, trail.Events, trail.Removed, trail.Waiting, signed.Count, signed.Newest, faults);
    }
}
