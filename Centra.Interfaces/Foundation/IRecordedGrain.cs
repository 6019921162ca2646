using Orleans;

namespace Centra;

/// <summary>A grain whose events go to the read model.</summary>
[Alias("centra.recorded")]
public interface IRecordedGrain : IGrainWithStringKey
{
    /// <summary>Sends events that may not have arrived. Idempotent.</summary>
    [Alias("drain")]
    Task Drain();
}
