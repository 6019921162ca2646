using Centra.Engine.Tests.Grains;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Centra.Engine.Tests.Silo;

/// <summary>How the sweeper finds what has written, in PostgreSQL.</summary>
public sealed class PostgresModifiedTests : PostgresTest
{
    [Fact]
    public async Task ModifiedGrains_SinceACheckpoint_AreThoseThatWroteAfterIt()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(Database);
        var modified = silo.Services.GetRequiredService<IModifiedGrains>();
        await silo.Grains.GetGrain<IStateGrain>("state/a").SetAsync("a", 1);
        await silo.Grains.GetGrain<IStateGrain>("state/b").SetAsync("b", 1);
        var all = await FindAsync(modified, 0, 2);
        all.Select(grain => grain.Key).ShouldBe(["state/a", "state/b"]);

        await silo.Grains.GetGrain<IStateGrain>("state/a").ClearAsync();

        var since = await FindAsync(modified, all[^1].Modified, 1);
        since.Select(grain => (grain.StateName, grain.Key)).ShouldBe([("test-state", "state/a")]);
    }

    [Fact]
    public async Task ModifiedGrains_WhileAnotherWriteIsNotCommitted_DoNotPassItOver()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(Database);
        var modified = silo.Services.GetRequiredService<IModifiedGrains>();
        await silo.Grains.GetGrain<IStateGrain>("state/slow").SetAsync("a", 1);
        var checkpoint = (await FindAsync(modified, 0, 1))[^1].Modified;
        await using var slow = new NpgsqlConnection(Database);
        await slow.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(slow, "update orleans_grain_state set modified = pg_current_xact_id()::text::bigint");
        await silo.Grains.GetGrain<IStateGrain>("state/fast").SetAsync("b", 1);

        (await modified.ModifiedSinceAsync(checkpoint, 10, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        (await FindAsync(modified, checkpoint, 2)).Select(grain => grain.Key).ShouldBe(["state/slow", "state/fast"]);
    }

    [Fact]
    public async Task ModifiedGrains_OfARestoredDatabase_AreFoundAgain()
    {
        await using (var before = await RunningSilo.OnPostgresAsync(Database, "one"))
            await before.Grains.GetGrain<IStateGrain>("state/old").SetAsync("a", 1);
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, "update orleans_grain_state set modified = 999999999999");

        await using var after = await RunningSilo.OnPostgresAsync(Database, "two");

        var modified = after.Services.GetRequiredService<IModifiedGrains>();
        (await FindAsync(modified, 999999999999, 1)).Select(grain => grain.Key).ShouldBe(["state/old"]);
    }

    // Transactions of other tests on the same server may hold an answer back for a while.
    private static async Task<IReadOnlyList<ModifiedGrain>> FindAsync(IModifiedGrains modified, long after, int count)
    {
        IReadOnlyList<ModifiedGrain> found = [];
        for (var tries = 0; tries < 400 && found.Count < count; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(tries > 0 ? 50 : 0), TimeProvider.System);
            found = await modified.ModifiedSinceAsync(after, 10);
        }
        return found;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
