using Orleans.Configuration;

namespace Centra.Silo;

/// <summary>
/// How soon a silo that no longer answers is taken out. Until then calls to its grains wait, and every screening asks shards that may
/// be on it; too soon, and a long garbage collection costs a healthy silo its life.
/// </summary>
internal static class Membership
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Join = TimeSpan.FromMinutes(2);
    private const int Missed = 3;

    public static void Configure(ClusterMembershipOptions options)
    {
        (options.ProbeTimeout, options.NumMissedProbesLimit) = (Probe, Missed);
        // A silo whose connection stands counts as alive for three times the longest probe after its last word; left alone, that is twelve seconds each,
        // and a machine that hangs costs everybody 36 seconds.
        options.MaxProbeTimeout = Probe;
        // Of three, where two are gone: the third looks at one through the other until it has read anew who is silent.
        options.TableRefreshTimeout = Refresh;
        // One that joins waits for all that are listed as alive. After a power cut these are the dead of before: it gives up, and the next
        // start takes out whoever has not said for a quarter of a minute that it lives. Nor do those have a vote: two silos have to find a third one dead, and
        // where only one is left of three, it decides alone once the other is silent for so long. One that has not joined by then is taken out itself: a
        // slow start on a busy machine must fit in.
        (options.IAmAliveTablePublishTimeout, options.NumMissedTableIAmAliveLimit, options.MaxJoinAttemptTime) = (Alive, Missed, Join);
    }
}
