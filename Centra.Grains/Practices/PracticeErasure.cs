using Centra.Consent;
using Centra.Gate;
using Centra.Ingest;
using Centra.Storage;

namespace Centra.Practices;

/// <summary>Erases everything identifiable of a practice, in small transactions, and certifies it. Broken off anywhere, it goes on from there.</summary>
public sealed class PracticeErasure(Vault vault, Erasing erasing, Sweeping sweeping, ReceiptSigner signer, IdSource ids, TimeProvider clock)
{
    private const int AtOnce = 50;
    private const string Covers = "All identifiable records of this practice's patients, and the practice's own reference data. Their keys were destroyed.";
    private const string Keeps = "The opt-outs that the practice sent, which hold on; receipts; the records of looks and disclosures; copies that identify nobody.";

    /// <summary>Erases, and says so.</summary>
    /// <param name="practiceId">The practice.</param>
    /// <param name="leavingBegunAt">When it began to leave.</param>
    public async Task<ErasureCertificate> RunAsync(string practiceId, DateTimeOffset leavingBegunAt)
    {
        while (await EraseSomeAsync(practiceId) is { Count: > 0 } gone)
            await sweeping.FinishAsync(gone);
        // An earlier run, or an opt-out, may have been cut off between its commit and its sweep.
        await sweeping.FinishAllAsync();
        await EraseReferencesAsync(practiceId);
        var tally = await vault.Database.ReadAsync(session => DepartureTally.FindAsync(session, practiceId));
        return signer.Sign(Certificate(practiceId, Whole(leavingBegunAt), Whole(clock.GetUtcNow()), tally));
    }

    private ErasureCertificate Certificate(string practiceId, DateTimeOffset begun, DateTimeOffset erased, DepartureTally tally) => new(
        ids.NewId("certificate"), practiceId, begun, erased, tally.Patients, tally.Records, tally.ReferenceRecords,
        Covers, Keeps, ConsentRules.BackupsUnreadableBy(erased), "", "");

    private Task<List<GonePatient>> EraseSomeAsync(string practiceId) => vault.Database.WriteAsync(Fence.Shared, async session =>
    {
        await StageTools.LockPracticeAsync(session, practiceId);
        var rows = await Patients.OfPracticeAsync(session, practiceId, AtOnce);
        long records = 0;
        foreach (var row in rows)
            records += await erasing.EraseAsync(session, row);
        await new DepartureTally(rows.Count, records, 0).AddAsync(session, practiceId);
        return rows.ConvertAll(row => new GonePatient(row.PatientNo, row.KeyNo));
    });

    private Task<bool> EraseReferencesAsync(string practiceId) => vault.Database.WriteAsync(Fence.Shared, async session =>
    {
        await new DepartureTally(0, 0, await ReferenceResources.RemoveOfPracticeAsync(session, practiceId)).AddAsync(session, practiceId);
        return true;
    });

    // What is signed counts in milliseconds, and so does what is shown.
    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
