using Centra.Alarms;
using Centra.Storage;

namespace Centra.Tests.Storage;

public sealed class SqliteVaultSearchPlanTests() : VaultPlanContract<SqliteKind>;

public sealed class PostgresVaultSearchPlanTests() : VaultPlanContract<PostgresKind>;

/// <summary>What the vault is asked with commands and on pages is found, and not looked for, however many opt-outs, patients and looks there are.</summary>
public abstract class VaultPlanContract<TKind>() : PlanContract<TKind>("vault")
    where TKind : DatabaseKind, new()
{
    [Theory]
    [InlineData("reference_resource_practice", ReferenceResources.Types)]
    [InlineData("reference_resource_practice", ReferenceResources.OfPractice)]
    [InlineData("reference_resource_practice", ReferenceResources.RemoveOfPractice)]
    [InlineData("withdrawal_opt_out", WithdrawalRequests.OfOptOut)]
    [InlineData("opt_out_withdrawn", OptOuts.Withdrawn)]
    [InlineData("ingest_job_practice", WithheldRate.Earlier)]
    public Task WhatIsAskedOfOne_IsFoundByIt(string index, string sql) => GoesByAsync(index, sql);

    [Theory]
    [InlineData("look_who", "u1", null, null, 0)]
    [InlineData("look_practice", null, "north", null, 0)]
    [InlineData("look_break_glass", null, null, "glass-1", 0)]
    [InlineData("look_at", null, null, null, 1)]
    public Task Looks_AreFoundByWhatIsAsked(string index, string? who, string? practice, string? glass, long from) =>
        GoesByAsync(index, Looks.Sql(new LookFilter(who, practice, null, null, glass, from, long.MaxValue)));

    [Theory]
    [InlineData("review_item_listed", false)]
    [InlineData("review_item_practice", true)]
    public Task ReviewItems_OfAState_ComeInTheOrderOfAnIndex(string index, bool ofPractice) => GoesByAsync(index, ReviewItems.ListSql(ofPractice), isInOrder: true);

    [Fact]
    public async Task OptOutsInForce_AreAllLessThoseThatEnded()
    {
        (await ReadAsync(OptOuts.InForceAsync)).ShouldBe(0);
        await WriteAsync(async session =>
        {
            for (var ordinal = 1L; ordinal <= 5; ordinal++)
                await session.ExecuteAsync("insert into opt_out (ordinal, opt_out_id, practice_id, received_at, enforced_at, asked_by, reference, rules_version, sequence, comparators, token_set, receipt, withdrawn_by) "
                    + "values ($1, $2, 'north', 1, 1, 1, '', 1, $1, $3, $3, '', $4)", ordinal, $"o{ordinal}", new byte[1], ordinal == 5 ? 9L : null);
        });

        (await ReadAsync(OptOuts.InForceAsync)).ShouldBe(4);
    }

    [Fact]
    public Task LooksAtAPatient_AreFoundByThem() => GoesByAsync("look_patient", Looks.Sql(new LookFilter(null, null, null, default(Key128), null, 0, long.MaxValue)));
}
