using System.Runtime.CompilerServices;
using Orleans;

namespace Centra.Engine.Tests;

/// <summary>One engine for the tests of a class.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public EngineHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await EngineHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>Tests of what grain code relies on, the same on either engine. Each has a grain of its own.</summary>
public abstract class EngineTest(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    protected EngineHost Host { get; } = fixture.Host;

    /// <summary>A grain that no other test calls, and its probe.</summary>
    protected (T Grain, Probe Probe) Own<T>([CallerMemberName] string test = "")
        where T : IGrainWithStringKey =>
        Own<T>(Host, test);

    protected (T Grain, Probe Probe) Own<T>(EngineHost host, [CallerMemberName] string test = "")
        where T : IGrainWithStringKey
    {
        var key = $"test/{GetType().Name}/{test}";
        return (host.Grains.GetGrain<T>(key), Probe.Of(key));
    }
}
