using Centra.Access;
using Centra.Housekeeping;
using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Access;

/// <summary>What is kept for six years goes then, and no day before; what went is reported.</summary>
public class AccessExpiryTests
{
    private static readonly string[] Kept = ["look", "disclosure", "disclosure_token", "break_glass_reason"];

    [Fact]
    public async Task Records_OfMoreThanSixYears_GoAndAreReported()
    {
        await using var gate = await GateHost.StartAsync();
        var now = gate.Get<TimeProvider>().GetUtcNow();
        await AddAsync(gate, "old", now.AddYears(-6).AddDays(-1));
        await AddAsync(gate, "new", now.AddYears(-6).AddDays(1));

        (await gate.Get<IEnumerable<IHousekeepingTask>>().OfType<AccessExpiry>().Single().RunAsync()).ShouldBe(4);

        foreach (var table in Kept)
            (await gate.Vault.ReadAsync(session => session.NumberAsync($"select count(*) from {table}"))).ShouldBe(1, table);
        (await gate.Vault.ReadAsync(session => session.NumberAsync("select count(*) from disclosure where disclosure_id = 'new'"))).ShouldBe(1);
        (await ReadAsync(gate, "select count(*) from sign_in")).ShouldBe(1);
        (await ReadAsync(gate, "select sum(entries) from retention_report where rule in ('access-six-years', 'accounting-six-years', 'audit-six-years')")).ShouldBe(4);
    }

    private static async Task AddAsync(GateHost gate, string id, DateTimeOffset when)
    {
        var at = when.ToUnixTimeMilliseconds();
        await gate.Vault.WriteAsync(Fence.None, async session =>
        {
            await Looks.AddAsync(session, new LookRow(0, at, "officer", "PrivacyOfficer", "north", default, "Quality", "name", null), [default]);
            await Disclosures.KeepAsync(session, new DisclosureRow(id, "north", default, 1, [1], [2], "officer", at, null, null, null, null), [[3, (byte)id[0]]]);
            return await session.ExecuteAsync("insert into break_glass_reason (break_glass_id, reason) values ($1, $2)", id, new byte[] { 1 });
        });
        await gate.Storage.Read.Database.WriteAsync(Fence.None, async session =>
        {
            await session.ExecuteAsync("insert into break_glass (break_glass_id, user_id, purpose, opened_at, until, review_due, outcome) values ($1, 'officer', 'Emergency', $2, $2, $2, 'Justified')", id, at);
            return await session.ExecuteAsync("insert into sign_in (at, user_id, outcome, address) values ($1, 'officer', 'Ok', '127.0.0.1')", at);
        });
    }

    private static Task<long> ReadAsync(GateHost gate, string sql) => gate.Storage.Read.Database.ReadAsync(session => session.NumberAsync(sql));
}
