using Orleans;
using Orleans.Concurrency;

namespace Centra;

/// <summary>A grain whose events go to the read model.</summary>
[Alias("centra.recorded")]
public interface IRecordedGrain : IGrainWithStringKey
{
    /// <summary>Sends events that may not have arrived, or fails. Idempotent.</summary>
    [Alias("drain")]
    Task Drain();

    /// <summary>Whether a command took effect here before: then sending it again gives its former answer, whatever has happened since.</summary>
    [ReadOnly, Alias("has-answered")]
    Task<bool> HasAnswered(CommandId command);
}
