using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

public class TurnTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Turns_OfInterleavingCalls_NeverRunAtOnce()
    {
        var (grain, _) = Own<ITurnGrain>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => grain.CountAsync(200)));

        (await grain.CountedAsync()).ShouldBe(4000);
    }

    [Fact]
    public async Task Continuation_AfterAwaitingElsewhere_ComesBackToTheGrain()
    {
        var (grain, _) = Own<ITurnGrain>();

        (await grain.StaysOnItsSchedulerAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task CallCycle_BackToTheFirst_TimesOutAndNeverRuns()
    {
        var (grain, probe) = Own<ITurnGrain>();

        var call = grain.CallAndBeCalledBackAsync("test/cycle/other");
        await Host.PassUntilAsync(() => call.IsCompleted);

        await Should.ThrowAsync<TimeoutException>(() => call);
        await grain.RespondAsync();
        probe.Notes.ShouldBe(["responded"]);
    }
}
