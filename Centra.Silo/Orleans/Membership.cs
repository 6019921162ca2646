using Orleans.Configuration;

namespace Centra.Silo;

/// <summary>
/// How soon a silo that no longer answers is taken out. Until then calls to its grains wait, and every screening asks shards that may
/// be on it; too soon, and a long garbage collection costs a healthy silo its life.
/// </summary>
internal static class Membership
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);
    private const int Missed = 3;

    public static void Configure(ClusterMembershipOptions options)
    {
        (options.ProbeTimeout, options.NumMissedProbesLimit) = (Probe, Missed);
        // One that joins has to reach all that said of late that they live; after a power cut these are the dead of before.
        (options.IAmAliveTablePublishTimeout, options.NumMissedTableIAmAliveLimit) = (Alive, Missed);
    }
}
