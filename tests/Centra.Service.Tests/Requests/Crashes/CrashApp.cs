#if !CENTRA_ORLEANS
using System.Reflection;
using Centra.Embedded;
using Centra.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Centra.Service.Tests.Requests;

/// <summary>
/// A service whose grains run in a silo of their own, that can die and come up again. What answers over HTTP stays: it keeps nothing of a request,
/// and starting it takes twenty times as long. On the embedded engine only, of which two fit into a process.
/// </summary>
public sealed class CrashApp : LivesApp
{
    private MortalSilo? _silo;

    /// <summary>The storage of the silo that runs now.</summary>
    internal MortalStorage Storage => _silo!.Storage;

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RestartAsync();
    }

    /// <summary>The silo ends, and another one comes up where it was.</summary>
    public async Task RestartAsync()
    {
        if (_silo is not null)
            await _silo.DisposeAsync();
        _silo = await MortalSilo.StartAsync(Cast.App);
        ((PassingGrains)Cast.App.Get<IGrainFactory>()).Target = _silo.Grains;
    }

    /// <summary>What runs within a minute of every start.</summary>
    public async Task SweepAsync()
    {
        await Cast.App.HousekeepAsync("outbox-sweep");
        await Cast.App.HousekeepAsync("release-builds");
    }

    /// <summary>The read model takes no event from now on, or again.</summary>
    public Task BreakTrailAsync(bool isBroken) => Cast.App.Get<ReadStore>().Database.WriteAsync(Fence.None, session => session.ExecuteAsync(isBroken
        ? "create trigger torn before insert on event begin select raise(abort, 'torn'); end" : "drop trigger torn"));

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_silo is not null)
            await _silo.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Add(IServiceCollection services)
    {
        base.Add(services);
        services.AddSingleton(provider =>
        {
            var grains = DispatchProxy.Create<IGrainFactory, PassingGrains>();
            ((PassingGrains)grains).Target = provider.GetRequiredService<EmbeddedEngine>().OwnGrains;
            return grains;
        });
    }
}

/// <summary>Gives the grains of whichever silo runs.</summary>
public class PassingGrains : DispatchProxy
{
    /// <summary>Whose.</summary>
    public IGrainFactory? Target { get; set; }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(Target, args);
}
#endif
