using Orleans.Runtime;

namespace Centra.Silo;

/// <summary>Tells how the engine is.</summary>
public sealed class EngineHealth(ISiloStatusOracle silos)
{
    /// <summary>Now.</summary>
    public EngineStatus Check()
    {
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Count;
        return new("Orleans", silos.CurrentStatus == SiloStatus.Active, $"{silos.CurrentStatus}, {active} silos in the cluster");
    }

    /// <summary>All silos that the cluster knows.</summary>
    public IReadOnlyList<SiloStanding> Silos() => [.. silos.GetApproximateSiloStatuses().Select(silo => new SiloStanding(silo.Key.ToString(), silo.Value.ToString()))];
}
