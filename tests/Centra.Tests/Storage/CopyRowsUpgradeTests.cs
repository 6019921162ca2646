using Centra.Storage;
using Centra.Testing;

namespace Centra.Tests.Storage;

/// <summary>A vault from before copies lay in the order in which they came (vault/0011).</summary>
public sealed class CopyRowsUpgradeTests
{
    [Fact]
    public async Task Copies_OfAnOlderVault_AreThereAfterTheUpgrade()
    {
        using var folder = new TempFolder();
        await using var vault = new SqliteDatabase(folder.File("vault.db"));
        await Migrator.MigrateAsync(vault, "vault", 0);
        await PutBackAsync(vault);
        await vault.WriteAsync(Fence.None, session => session.ExecuteAsync(
            "insert into copy (copy_id, pseudonym, type, content) values (x'02', x'0b', 'Condition', '{}'), (x'01', x'0c', 'Observation', '{\"a\":1}')"));

        await Migrator.MigrateAsync(vault, "vault", 0);

        (await vault.ReadAsync(session => session.QueryAsync("select type || content from copy order by copy_id", row => row.GetString(0))))
            .ShouldBe(["Observation{\"a\":1}", "Condition{}"]);
        await vault.WriteAsync(Fence.None, async session =>
        {
            await Copies.WriteAsync(session, [new CopyRow([1], [12], "Observation", "{}")]);
            return true;
        });
        (await vault.ReadAsync(session => session.NumberAsync("select count(*) from copy"))).ShouldBe(2);
    }

    private static Task<int> PutBackAsync(SqliteDatabase vault) => vault.WriteAsync(Fence.None, session => session.ExecuteAsync(
        "drop table copy; create table copy (copy_id blob not null primary key, pseudonym blob not null, type text not null, content text not null) without rowid; "
        + "create index copy_pseudonym on copy (pseudonym); alter table withdrawal_request drop column declined_by; alter table withdrawal_request drop column declined_at; "
        + "alter table withdrawal_request drop column declined_why; drop index opt_out_practice; drop index opt_out_received; "
        + "drop index reference_resource_practice; drop index withdrawal_opt_out; drop index ingest_job_practice; drop index opt_out_withdrawn; drop index look_break_glass; drop index review_item_listed; "
        + "delete from schema_version where part = 'vault' and version >= 11"));
}
