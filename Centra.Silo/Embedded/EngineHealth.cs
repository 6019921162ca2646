using Centra.Embedded;

namespace Centra.Silo;

/// <summary>Tells how the engine is.</summary>
public sealed class EngineHealth(EmbeddedEngine engine)
{
    /// <summary>Now.</summary>
    public EngineStatus Check() => new("Embedded", engine.IsRunning, engine.IsRunning ? $"{engine.ActivationCount} grains in memory" : "not running");

    /// <summary>All silos: the one of this process.</summary>
    public IReadOnlyList<SiloStanding> Silos() => [new("this process", engine.IsRunning ? "Active" : "not running")];
}
