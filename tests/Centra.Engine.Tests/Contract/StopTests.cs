using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

public class StopTests
{
    [Fact]
    public async Task Stop_OfTheEngine_HasEveryGrainTakeItsLeave()
    {
        await using var host = await EngineHost.StartAsync();
        var keys = Enumerable.Range(0, 20).Select(number => $"test/stop/{number}").ToList();
        await Task.WhenAll(keys.Select(key => host.Grains.GetGrain<IPlainGrain>(key).PingAsync()));

        await host.StopAsync();

        foreach (var key in keys)
            Probe.Of(key).Notes.ShouldBe(["activating", "active", "ping", "left: ShuttingDown"]);
    }

    [Fact]
    public async Task Stop_WhileACallRuns_LetsItEndBeforeTheGrainLeaves()
    {
        await using var host = await EngineHost.StartAsync();
        const string key = "test/stop/running";
        var call = host.Grains.GetGrain<IPlainGrain>(key).HoldAsync("a");
        await EngineHost.UntilAsync(() => Probe.Of(key).Has("+a"));

        var stopping = host.StopAsync();
        await EngineHost.SettleAsync();
        Probe.Of(key).Has("left: ShuttingDown").ShouldBeFalse();
        Probe.Of(key).Open("a");
        await stopping;
        await Task.WhenAny(call);

        Probe.Of(key).Notes.ShouldBe(["activating", "active", "+a", "-a", "left: ShuttingDown"]);
    }

    [Fact]
    public async Task Call_AfterTheStop_IsRefused()
    {
        await using var host = await EngineHost.StartAsync();
        var grain = host.Grains.GetGrain<IPlainGrain>("test/stop/after");
        await grain.PingAsync();

        await host.StopAsync();

        await Should.ThrowAsync<Exception>(grain.PingAsync);
        Probe.Of("test/stop/after").Count("ping").ShouldBe(1);
    }
}
