using Orleans;
using Orleans.Concurrency;

namespace Centra.Engine.Tests.Grains;

public interface ITurnGrain : IGrainWithStringKey
{
    Task WriteAsync(string gate);

    [ReadOnly]
    Task ReadAsync(string gate);

    [AlwaysInterleave]
    Task PeekAsync(string gate);

    [AlwaysInterleave]
    Task CountAsync(int times);

    Task<int> CountedAsync();

    Task<bool> StaysOnItsSchedulerAsync();

    Task CallAndBeCalledBackAsync(string other);

    Task CallBackAsync(string caller);

    [ResponseTimeout("00:00:01")]
    Task RespondAsync();
}

public sealed class TurnGrain : Grain, ITurnGrain
{
    private int _count;

    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public Task WriteAsync(string gate) => PassAsync(gate);

    public Task ReadAsync(string gate) => PassAsync(gate);

    public Task PeekAsync(string gate) => PassAsync(gate);

    // Two turns at once would lose counts.
    public async Task CountAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var before = _count;
            Thread.SpinWait(200);
            _count = before + 1;
            await Task.Yield();
        }
    }

    public Task<int> CountedAsync() => Task.FromResult(_count);

    public async Task<bool> StaysOnItsSchedulerAsync()
    {
        var before = TaskScheduler.Current;
        await Task.Run(() => { });
        return TaskScheduler.Current == before && before != TaskScheduler.Default;
    }

    public Task CallAndBeCalledBackAsync(string other) =>
        GrainFactory.GetGrain<ITurnGrain>(other).CallBackAsync(this.GetPrimaryKeyString());

    public Task CallBackAsync(string caller) => GrainFactory.GetGrain<ITurnGrain>(caller).RespondAsync();

    public Task RespondAsync()
    {
        Probe.Note("responded");
        return Task.CompletedTask;
    }

    private async Task PassAsync(string gate)
    {
        Probe.Note($"+{gate}");
        await Probe.PassAsync(gate);
        Probe.Note($"-{gate}");
    }
}
