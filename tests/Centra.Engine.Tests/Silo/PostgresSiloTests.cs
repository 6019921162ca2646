using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Silo;

/// <summary>Silos on PostgreSQL with our own statements for Orleans' providers.</summary>
public sealed class PostgresSiloTests : PostgresTest
{
    [Fact]
    public async Task Silo_Started_IsReadyAndKeepsStatesAcrossARestart()
    {
        await using (var first = await RunningSilo.OnPostgresAsync(Database, "one"))
        {
            first.Status.IsReady.ShouldBeTrue();
            await first.Grains.GetGrain<IStateGrain>("state/kept").SetAsync("kept", 3);
            (await first.Grains.GetGrain<IStateGrain>("state/kept").SetAsync("again", 4)).Etag.ShouldBe("2");
        }

        await using var second = await RunningSilo.OnPostgresAsync(Database, "two");

        (await second.Grains.GetGrain<IStateGrain>("state/kept").GetAsync()).ShouldBe(new StateView("again", 4, 1, "2", true));
    }

    [Fact]
    public async Task Reminder_OfASilo_TicksAndOutlivesIt()
    {
        const string key = "cluster/reminder";
        await using (var first = await RunningSilo.OnPostgresAsync(Database, "one"))
        {
            var grain = first.Grains.GetGrain<IReminderGrain>(key);
            await grain.RegisterAsync("wake", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            await grain.RegisterAsync("wake", TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
            await grain.RegisterAsync("other", TimeSpan.FromHours(1), TimeSpan.FromDays(60));
            await EngineHost.UntilAsync(() => Probe.Of(key).Has("wake every 00:01:00"));
        }

        await using var second = await RunningSilo.OnPostgresAsync(Database, "two");
        var again = second.Grains.GetGrain<IReminderGrain>(key);

        (await again.NamesAsync()).ShouldBe(["other", "wake"]);
        (await again.UnregisterAsync("wake")).ShouldBeTrue();
        (await again.NamesAsync()).ShouldBe(["other"]);
    }

    [Fact]
    public async Task Silos_OfOneDatabase_FormAClusterAndShareTheGrains()
    {
        await using var first = await RunningSilo.OnPostgresAsync(Database);
        await using (var second = await RunningSilo.OnPostgresAsync(Database))
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
    public async Task Exception_OfAGrainOnTheOtherSilo_ReachesTheCallerAsItself()
    {
        await using var first = await RunningSilo.OnPostgresAsync(Database);
        await using var second = await RunningSilo.OnPostgresAsync(Database);
        await EngineHost.UntilAsync(() => first.Status.Detail.Contains('2', StringComparison.Ordinal));

        for (var number = 0; number < 20; number++)
        {
            foreach (var silo in new[] { first, second })
                (await Should.ThrowAsync<PlainException>(silo.Grains.GetGrain<IOutcomeGrain>($"plain/{number}").FailPlainlyAsync)).Message.ShouldBe("plain");
        }
    }

    [Fact]
    public async Task Silos_StartedAtOnce_SetTheDatabaseUpOnce()
    {
        var silos = await Task.WhenAll(RunningSilo.OnPostgresAsync(Database), RunningSilo.OnPostgresAsync(Database));

        foreach (var silo in silos)
        {
            silo.Status.IsReady.ShouldBeTrue();
            await silo.DisposeAsync();
        }
    }
}
