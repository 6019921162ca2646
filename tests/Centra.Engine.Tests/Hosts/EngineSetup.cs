using Microsoft.Extensions.DependencyInjection;

namespace Centra.Engine.Tests;

/// <summary>How a test wants its engine.</summary>
public sealed record EngineSetup
{
    public TimeSpan ActivationTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan CollectionQuantum { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The data folder of an engine that ran before; null: a new one.</summary>
    public string? Folder { get; init; }

    public Action<IServiceCollection> Services { get; init; } = _ => { };
}
