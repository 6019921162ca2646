using Orleans;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Grains;

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> ReadAsync(string key);

    Task<string?> ReadThroughAsync(string other, string key);

    Task SetAsync(string key, string value);

    Task<int> ReadInATimerAsync(string key);
}

public sealed class ContextGrain : Grain, IContextGrain
{
    public async Task<string?> ReadAsync(string key)
    {
        await Task.Yield();
        return RequestContext.Get(key) as string;
    }

    public Task<string?> ReadThroughAsync(string other, string key) => GrainFactory.GetGrain<IContextGrain>(other).ReadAsync(key);

    public Task SetAsync(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }

    public Task<int> ReadInATimerAsync(string key)
    {
        var probe = Probe.Of(this.GetPrimaryKeyString());
        this.RegisterGrainTimer(() =>
        {
            probe.Note($"tick with {RequestContext.Get(key) ?? "nothing"}");
            return Task.CompletedTask;
        }, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.FromResult(1);
    }
}
