using Centra.Gate;
using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>Purges the content of patients about whom nobody decided in time. They stay out: "withheld, undecided".</summary>
public sealed class Expiring(Vault vault, Sweeping sweeping, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Purges what is due; how many items.</summary>
    public async Task<int> RunAsync()
    {
        var expired = 0;
        while (await DueAsync() is { Count: > 0 } patients)
        {
            foreach (var patientNo in patients)
                expired += await vault.Database.WriteAsync(Fence.Exclusive, session => ExpireAsync(session, patientNo));
            await sweeping.FinishAllAsync();
        }
        return expired;
    }

    private Task<List<long>> DueAsync() => vault.Database.ReadAsync(session => ReviewItems.ExpiredPatientsAsync(session, Now, AtOnce));

    // With another question still open, all stay: what is left of the patient is wanted to decide it.
    private async Task<int> ExpireAsync(DbSession session, long patientNo)
    {
        var items = await ReviewItems.OpenOfPatientAsync(session, patientNo);
        if (items.Any(item => item.ExpiresAt > Now))
            return 0;
        foreach (var item in items)
            await ReviewItems.SaveAsync(session, item with { State = ReviewState.Expired, UpdatedAt = Now });
        if (items.Count > 0 && await Patients.FindAsync(session, patientNo) is { Status: PatientStatus.Held } row)
            await WithholdAsync(session, row);
        return items.Count;
    }

    // As with an erasure, copies made before stay and the link to them is cut. The sweep destroys key and records.
    private async Task WithholdAsync(DbSession session, PatientRow row)
    {
        await Patients.ReplaceAsync(session, row with { Status = PatientStatus.Withheld, Content = null, Tokens = null, Pseudonym = null }, row.Tokens, Now);
        if (row.Pseudonym is not null)
            await Copies.HideAsync(session, row.Pseudonym, hidden: false);
        await Copies.ForgetPromisesAsync(session, row.PatientNo);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
