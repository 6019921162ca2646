using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

public class LifeTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Activation_OfAGrain_RunsOnceBeforeItsFirstCall()
    {
        var (grain, probe) = Own<IPlainGrain>();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.PingAsync()));

        probe.Notes.ShouldBe(["activating", "active", "ping", "ping", "ping", "ping", "ping"]);
    }

    [Fact]
    public async Task Activation_ThatThrows_FailsTheWaitingAndIsTriedAgainByTheNext()
    {
        var (grain, probe) = Own<IPlainGrain>();
        probe.OnActivate = async _ =>
        {
            await probe.PassAsync("fail");
            throw new OutcomeException("no");
        };
        var calls = new[] { grain.PingAsync(), grain.PingAsync() };
        await EngineHost.UntilAsync(() => probe.Has("activating"));
        probe.OnActivate = _ => Task.CompletedTask;
        probe.Open("fail");
        foreach (var call in calls)
        {
            await Host.PassUntilAsync(() => call.IsCompleted);
            (await Should.ThrowAsync<Exception>(() => call)).ShouldBeOfType<OutcomeException>();
        }

        await grain.PingAsync();

        probe.Notes.ShouldBe(["activating", "activating", "active", "ping"]);
    }

    [Fact]
    public async Task DeactivateOnIdle_DuringACall_LetsItEndAndPassesTheWaitingOn()
    {
        var (grain, probe) = Own<IPlainGrain>();
        var leaving = grain.LeaveAfterAsync("a");
        await EngineHost.UntilAsync(() => probe.Has("+a"));
        var waiting = grain.PingAsync();
        await EngineHost.SettleAsync();
        probe.Has("ping").ShouldBeFalse();

        probe.Open("a");
        await Task.WhenAll(leaving, waiting);

        probe.Notes.ShouldBe(["activating", "active", "+a", "-a", "left: ApplicationRequested", "activating", "active", "ping"]);
    }

    [Fact]
    public async Task Deactivation_ThatIsSlow_HoldsTheNextActivationUp()
    {
        var (grain, probe) = Own<IPlainGrain>();
        await grain.LeaveSlowlyAsync("bye");
        await EngineHost.UntilAsync(() => probe.Has("+bye"));
        var next = grain.PingAsync();
        await EngineHost.SettleAsync();
        probe.Has("ping").ShouldBeFalse();

        probe.Open("bye");
        await next;

        probe.Notes.ShouldBe(["activating", "active", "+bye", "-bye", "left: ApplicationRequested", "activating", "active", "ping"]);
    }
}
