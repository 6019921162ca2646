using Centra.Engine.Tests.Grains;
using Centra.Silo;
using Centra.Storage;
using Centra.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Centra.Engine.Tests.Silo;

public sealed class SqliteSiloTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Silo_Started_IsReadyAndKeepsStatesAcrossARestart()
    {
        await using (var first = await RunningSilo.OnSqliteAsync(_folder.Path))
        {
            first.Status.IsReady.ShouldBeTrue();
            await first.Grains.GetGrain<IStateGrain>("state/kept").SetAsync("kept", 3);
        }

        await using var second = await RunningSilo.OnSqliteAsync(_folder.Path);

        (await second.Grains.GetGrain<IStateGrain>("state/kept").GetAsync()).ShouldBe(new StateView("kept", 3, 1, "1", true));
    }

    [Fact]
    public async Task Reminder_OfASilo_OutlivesIt()
    {
        await using (var first = await RunningSilo.OnSqliteAsync(_folder.Path))
            await first.Grains.GetGrain<IReminderGrain>("silo/reminder").RegisterAsync("wake", TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        await using var second = await RunningSilo.OnSqliteAsync(_folder.Path);

        (await second.Grains.GetGrain<IReminderGrain>("silo/reminder").NamesAsync()).ShouldBe(["wake"]);
    }

    [Fact]
    public async Task ModifiedGrains_SinceACheckpoint_AreThoseThatWroteAfterIt()
    {
        await using var silo = await RunningSilo.OnSqliteAsync(_folder.Path);
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
    public void Silo_OfTheEmbeddedEngineWithPostgres_IsRefused()
    {
        Assert.SkipWhen(EngineHost.IsForClusters, "Orleans takes it.");

        Should.Throw<NotSupportedException>(() =>
            Host.CreateEmptyApplicationBuilder(null).AddCentraSilo(new SiloOptions { Postgres = "Host=nowhere" }));
    }
}
