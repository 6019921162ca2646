namespace Centra.Silo;

/// <summary>
/// For what a start does with grains: beside a silo that died a moment ago calls to its grains fail until the cluster has taken it out. Whatever is
/// done must be such that it can be done again.
/// </summary>
public static class LostSilos
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Does it, again and again while a silo does not answer; after two minutes the failure is the caller's.</summary>
    public static async Task OutlastAsync(Func<Task> step, TimeProvider time, CancellationToken cancel)
    {
        for (var began = time.GetTimestamp(); ;)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception error) when (SiloHosting.IsOfALostSilo(error) && time.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(Pause, time, cancel);
            }
        }
    }
}
