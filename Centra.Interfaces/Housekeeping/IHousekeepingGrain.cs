using Orleans;
using Orleans.Concurrency;

namespace Centra.Housekeeping;

/// <summary>Does what has to be done from time to time, once in a cluster. Key: <c>housekeeping/TASK</c>; a durable reminder wakes it.</summary>
[Alias("centra.housekeeping.grain")]
public interface IHousekeepingGrain : IGrainWithStringKey, IRemindable
{
    /// <summary>Makes sure that the reminder is set. Idempotent; it waits for no work that is under way, since a service that starts waits for it.</summary>
    [Alias("start"), AlwaysInterleave]
    Task Start();

    /// <summary>Does it now; how many things were done.</summary>
    [Alias("run")]
    Task<int> Run();
}
