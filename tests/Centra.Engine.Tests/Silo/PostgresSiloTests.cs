using Centra.Engine.Tests.Grains;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Centra.Engine.Tests.Silo;

/// <summary>Silos on PostgreSQL with our own statements for Orleans' providers.</summary>
public sealed class PostgresSiloTests : IAsyncLifetime
{
    private string _database = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(EngineHost.IsForClusters, "The embedded engine is one process.");
        var server = await PrivatePostgres.TryStartAsync();
        Assert.SkipWhen(server is null, PrivatePostgres.Absence);
        _database = await server!.CreateDatabaseAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Silo_Started_IsReadyAndKeepsStatesAcrossARestart()
    {
        await using (var first = await RunningSilo.OnPostgresAsync(_database, "one"))
        {
            first.Status.IsReady.ShouldBeTrue();
            await first.Grains.GetGrain<IStateGrain>("state/kept").SetAsync("kept", 3);
            (await first.Grains.GetGrain<IStateGrain>("state/kept").SetAsync("again", 4)).Etag.ShouldBe("2");
        }

        await using var second = await RunningSilo.OnPostgresAsync(_database, "two");

        (await second.Grains.GetGrain<IStateGrain>("state/kept").GetAsync()).ShouldBe(new StateView("again", 4, 1, "2", true));
    }

    [Fact]
    public async Task State_Cleared_IsGoneAndCanBeWrittenAgain()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(_database);
        var grain = silo.Grains.GetGrain<IStateGrain>("state/cleared");
        await grain.SetAsync("gone", 1);

        (await grain.ClearAsync()).Exists.ShouldBeFalse();

        (await grain.SetAsync("back", 2)).ShouldBe(new StateView("back", 2, 1, "3", true));
    }

    [Fact]
    public async Task FirstWrites_OfTwoAtOnce_LetOneIn()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(_database);
        var storage = silo.Services.GetRequiredService<IGrainStorage>();
        var id = silo.Grains.GetGrain<IStateGrain>("state/race").GetGrainId();

        var writes = Enumerable.Range(0, 8).Select(number => WriteAsync(storage, id, null, $"{number}")).ToList();
        var won = await Task.WhenAll(writes);

        won.Count(one => one).ShouldBe(1);
        (await WriteAsync(storage, id, "7", "wrong version")).ShouldBeFalse();
        (await WriteAsync(storage, id, "1", "right version")).ShouldBeTrue();
    }

    [Fact]
    public async Task WriteWithAnETag_WhereNothingIsStored_IsRefused()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(_database);
        var storage = silo.Services.GetRequiredService<IGrainStorage>();

        (await WriteAsync(storage, silo.Grains.GetGrain<IStateGrain>("state/never").GetGrainId(), "1", "x")).ShouldBeFalse();
    }

    [Fact]
    public async Task Reminder_OfASilo_TicksAndOutlivesIt()
    {
        const string key = "cluster/reminder";
        await using (var first = await RunningSilo.OnPostgresAsync(_database, "one"))
        {
            var grain = first.Grains.GetGrain<IReminderGrain>(key);
            await grain.RegisterAsync("wake", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            await grain.RegisterAsync("wake", TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
            await grain.RegisterAsync("other", TimeSpan.FromHours(1), TimeSpan.FromDays(60));
            await EngineHost.UntilAsync(() => Probe.Of(key).Has("wake every 00:01:00"));
        }

        await using var second = await RunningSilo.OnPostgresAsync(_database, "two");
        var again = second.Grains.GetGrain<IReminderGrain>(key);

        (await again.NamesAsync()).ShouldBe(["other", "wake"]);
        (await again.UnregisterAsync("wake")).ShouldBeTrue();
        (await again.NamesAsync()).ShouldBe(["other"]);
    }

    [Fact]
    public async Task Silos_OfOneDatabase_FormAClusterAndShareTheGrains()
    {
        await using var first = await RunningSilo.OnPostgresAsync(_database);
        await using (var second = await RunningSilo.OnPostgresAsync(_database))
        {
            await EngineHost.UntilAsync(() => first.Status.Detail.Contains('2', StringComparison.Ordinal));
            for (var number = 0; number < 20; number++)
                await first.Grains.GetGrain<IStateGrain>($"shared/{number}").SetAsync("first", number);
            for (var number = 0; number < 20; number++)
                (await second.Grains.GetGrain<IStateGrain>($"shared/{number}").GetAsync()).Number.ShouldBe(number);
        }

        for (var number = 0; number < 20; number++)
        {
            Probe.Of($"shared/{number}").Count("active with nothing").ShouldBe(1);
            (await first.Grains.GetGrain<IStateGrain>($"shared/{number}").SetAsync("second", number + 1)).Etag.ShouldBe("2");
        }
    }

    [Fact]
    public async Task Silos_StartedAtOnce_SetTheDatabaseUpOnce()
    {
        var silos = await Task.WhenAll(RunningSilo.OnPostgresAsync(_database), RunningSilo.OnPostgresAsync(_database));

        foreach (var silo in silos)
        {
            silo.Status.IsReady.ShouldBeTrue();
            await silo.DisposeAsync();
        }
    }

    [Fact]
    public async Task ModifiedGrains_SinceACheckpoint_AreThoseThatWroteAfterIt()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(_database);
        var modified = silo.Services.GetRequiredService<IModifiedGrains>();
        await silo.Grains.GetGrain<IStateGrain>("state/a").SetAsync("a", 1);
        await silo.Grains.GetGrain<IStateGrain>("state/b").SetAsync("b", 1);
        var all = await modified.ModifiedSinceAsync(0, 10, TestContext.Current.CancellationToken);
        all.Select(grain => grain.Key).ShouldBe(["state/a", "state/b"]);

        await silo.Grains.GetGrain<IStateGrain>("state/a").ClearAsync();

        var since = await modified.ModifiedSinceAsync(all[^1].Modified, 10, TestContext.Current.CancellationToken);
        since.Select(grain => (grain.StateName, grain.Key)).ShouldBe([("test-state", "state/a")]);
    }

    [Fact]
    public async Task ModifiedGrains_WhileAnotherWriteIsNotCommitted_DoNotPassItOver()
    {
        await using var silo = await RunningSilo.OnPostgresAsync(_database);
        var modified = silo.Services.GetRequiredService<IModifiedGrains>();
        await silo.Grains.GetGrain<IStateGrain>("state/slow").SetAsync("a", 1);
        var checkpoint = (await modified.ModifiedSinceAsync(0, 10, TestContext.Current.CancellationToken))[^1].Modified;
        await using var slow = new NpgsqlConnection(_database);
        await slow.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(slow, "update orleans_grain_state set modified = pg_current_xact_id()::text::bigint");
        await silo.Grains.GetGrain<IStateGrain>("state/fast").SetAsync("b", 1);

        (await modified.ModifiedSinceAsync(checkpoint, 10, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        (await modified.ModifiedSinceAsync(checkpoint, 10, TestContext.Current.CancellationToken))
            .Select(grain => grain.Key).ShouldBe(["state/slow", "state/fast"]);
    }

    [Fact]
    public async Task ModifiedGrains_OfARestoredDatabase_AreFoundAgain()
    {
        await using (var before = await RunningSilo.OnPostgresAsync(_database, "one"))
            await before.Grains.GetGrain<IStateGrain>("state/old").SetAsync("a", 1);
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, "update orleans_grain_state set modified = 999999999999");

        await using var after = await RunningSilo.OnPostgresAsync(_database, "two");

        var modified = after.Services.GetRequiredService<IModifiedGrains>();
        (await modified.ModifiedSinceAsync(999999999999, 10, TestContext.Current.CancellationToken)).Select(grain => grain.Key).ShouldBe(["state/old"]);
    }

    private static async Task<bool> WriteAsync(IGrainStorage storage, GrainId id, string? etag, string text)
    {
        try
        {
            await storage.WriteStateAsync("test-state", id, new GrainState<StateRecord>(new StateRecord { Text = text }, etag));
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
