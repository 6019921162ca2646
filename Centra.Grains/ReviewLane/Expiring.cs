using Centra.Storage;

namespace Centra.ReviewLane;

/// <summary>Purges the content of items that nobody decided in time. The patient stays out: "withheld, undecided".</summary>
public sealed class Expiring(Vault vault, PatientKeys keys, TimeProvider clock)
{
    private const int AtOnce = 100;
    private const int RowsAtOnce = 1_000;

    /// <summary>Purges what is due; how many items.</summary>
    public async Task<int> RunAsync()
    {
        var expired = 0;
        while (await DueAsync() is { Count: > 0 } items)
        {
            foreach (var item in items)
                await PurgeAsync(item);
            expired += items.Count;
        }
        return expired;
    }

    private Task<List<ReviewItemRow>> DueAsync() =>
        vault.Database.ReadAsync(session => ReviewItems.ExpiredAsync(session, clock.GetUtcNow().ToUnixTimeMilliseconds(), AtOnce));

    private async Task PurgeAsync(ReviewItemRow item)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        while (await vault.Database.WriteAsync(Fence.Shared, async session => await HeldAsync(session, item)
            ? await Resources.RemoveSomeAsync(session, item.PatientNo, RowsAtOnce) : 0) == RowsAtOnce)
        {
        }
        var keyNo = await vault.Database.WriteAsync(Fence.Shared, async session =>
        {
            await ReviewItems.SaveAsync(session, item with { State = ReviewState.Expired, UpdatedAt = now });
            if (await Patients.FindAsync(session, item.PatientNo) is not { Status: PatientStatus.Held } row || await ReviewItems.OpenOfPatientAsync(session, item.PatientNo) is { Count: > 0 })
                return 0;
            await Patients.ReplaceAsync(session, row with { Status = PatientStatus.Withheld, Content = null, Tokens = null }, row.Tokens, now);
            return row.KeyNo;
        });
        if (keyNo != 0)
            await keys.DestroyAsync([keyNo]);
    }

    // With another item still open the patient's records stay until that is decided.
    private static async Task<bool> HeldAsync(DbSession session, ReviewItemRow item) =>
        await Patients.FindAsync(session, item.PatientNo) is { Status: PatientStatus.Held }
        && (await ReviewItems.OpenOfPatientAsync(session, item.PatientNo)).All(open => open.ItemId == item.ItemId);
}
