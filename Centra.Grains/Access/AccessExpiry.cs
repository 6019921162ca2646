using Centra.Housekeeping;
using Centra.Storage;

namespace Centra.Access;

/// <summary>
/// Removes what is kept for six years: who looked at whom, disclosures and their accounting, why the glass was broken, attempts to sign in. Reported
/// with how many. (Design: requests.md, "Retention"; 45 CFR 164.316(b)(2), 164.528.)
/// </summary>
public sealed class AccessExpiry(Vault vault, ReadStore read, TimeProvider clock) : IHousekeepingTask
{
    private const int Years = 6;
    private const int AtOnce = 5_000;

    /// <inheritdoc/>
    public string Name => "access-expiry";

    /// <inheritdoc/>
    public TimeSpan Period => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync()
    {
        var before = clock.GetUtcNow().AddYears(-Years).ToUnixTimeMilliseconds();
        return await ReportAsync("look", "access-six-years", await AllAsync(vault.Database, session => Looks.ForgetAsync(session, before, AtOnce)))
            + await ReportAsync("disclosure", "accounting-six-years", await vault.Database.WriteAsync(Fence.None, session => Disclosures.ForgetAsync(session, before)))
            + await ReportAsync("break_glass_reason", "access-six-years", await ReasonsAsync(before))
            + await ReportAsync("sign_in", "audit-six-years", await AllAsync(read.Database, session => SignInList.ForgetAsync(session, before, AtOnce)));
    }

    private async Task<int> ReasonsAsync(long before)
    {
        var removed = 0;
        foreach (var id in await read.Database.ReadAsync(session => session.QueryAsync("select break_glass_id from break_glass where opened_at < $1", row => row.GetString(0), before)))
            removed += await vault.Database.WriteAsync(Fence.None, session => Disclosures.ForgetReasonAsync(session, id));
        return removed;
    }

    // Some at once, so that nobody else's write waits for all of them.
    private static async Task<int> AllAsync(IDatabase database, Func<DbSession, Task<int>> forget)
    {
        var (all, some) = (0, 0);
        do
            all += some = await database.WriteAsync(Fence.None, forget);
        while (some == AtOnce);
        return all;
    }

    private async Task<int> ReportAsync(string what, string rule, int removed)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (removed > 0)
            await read.Database.WriteAsync(Fence.None, session => session.ExecuteAsync(
                "insert into retention_report (report_id, subject, rule, what, entries, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                $"{what}-{at}", what, rule, "rows of more than six years", removed, at));
        return removed;
    }
}
