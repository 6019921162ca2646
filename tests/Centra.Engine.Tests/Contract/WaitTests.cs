using Centra.Engine.Tests.Grains;

namespace Centra.Engine.Tests.Contract;

/// <summary>How long a caller waits, and what becomes of the call when it waits no longer: delivery is at most once.</summary>
public class WaitTests(EngineFixture fixture) : EngineTest(fixture)
{
    [Fact]
    public async Task Timeout_WhileTheCallRuns_EndsTheWaitAndNotTheCall()
    {
        var (grain, probe) = Own<IOutcomeGrain>();
        var call = grain.PassAsync("a");
        await Host.PassUntilAsync(() => call.IsCompleted);

        await Should.ThrowAsync<TimeoutException>(() => call);

        probe.Notes.ShouldBe(["+a"]);
        probe.Open("a");
        await EngineHost.UntilAsync(() => probe.Has("-a"));
        (await grain.TwiceAsync(1)).ShouldBe(2);
    }

    [Fact]
    public async Task Timeout_WhileTheCallIsInLine_MeansThatItNeverRuns()
    {
        var (grain, probe) = Own<IOutcomeGrain>();
        var holding = grain.WaitAsync("held", CancellationToken.None);
        await EngineHost.UntilAsync(() => probe.Has("+held"));
        var late = grain.PassAsync("late");
        await Host.PassUntilAsync(() => late.IsCompleted);
        await Should.ThrowAsync<TimeoutException>(() => late);

        probe.Open("late");
        probe.Open("held");
        await holding;
        await grain.TwiceAsync(1);

        probe.Notes.ShouldBe(["+held", "-held"]);
    }

    [Fact]
    public async Task Cancellation_WhileTheCallRuns_EndsTheWaitAndTellsTheGrain()
    {
        var (grain, probe) = Own<IOutcomeGrain>();
        using var source = new CancellationTokenSource();
        var call = grain.WaitAsync("a", source.Token);
        await EngineHost.UntilAsync(() => probe.Has("+a"));

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await EngineHost.UntilAsync(() => probe.Has("cancelled a"));
        probe.Open("a");
        await EngineHost.UntilAsync(() => probe.Has("-a"));
    }

    [Fact]
    public async Task Cancellation_BeforeTheCall_MeansThatItNeverRuns()
    {
        var (grain, probe) = Own<IOutcomeGrain>();

        await Should.ThrowAsync<OperationCanceledException>(() => grain.WaitAsync("a", new CancellationToken(canceled: true)));

        await grain.TwiceAsync(1);
        probe.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancellation_WhileTheCallIsInLine_MeansThatItNeverRuns()
    {
        var (grain, probe) = Own<IOutcomeGrain>();
        var holding = grain.WaitAsync("held", CancellationToken.None);
        await EngineHost.UntilAsync(() => probe.Has("+held"));
        using var source = new CancellationTokenSource();
        var waiting = grain.WaitAsync("late", source.Token);
        await EngineHost.SettleAsync();

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await EngineHost.SettleAsync();
        probe.Open("late");
        probe.Open("held");
        await holding;
        await grain.TwiceAsync(1);
        probe.Has("+late").ShouldBeFalse();
    }
}
