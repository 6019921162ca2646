using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

public class SlowActivationTests
{
    [Fact]
    public async Task Activation_ThatTakesTooLong_FailsTheWaitingAndIsTriedAgainByTheNext()
    {
        await using var host = await EngineHost.StartAsync(new EngineSetup { ActivationTimeout = TimeSpan.FromSeconds(2) });
        const string key = "test/slow";
        var probe = Probe.Of(key);
        probe.OnActivate = _ => probe.PassAsync("never");
        var grain = host.Grains.GetGrain<IPlainGrain>(key);
        var call = grain.PingAsync();
        await host.PassUntilAsync(() => call.IsCompleted);
        await Should.ThrowAsync<OperationCanceledException>(() => call);

        probe.OnActivate = _ => Task.CompletedTask;
        await grain.PingAsync();

        probe.Notes.ShouldBe(["activating", "activating", "active", "ping"]);
    }
}
