using Orleans;

namespace Centra.Register;

/// <summary>Tells shards that there is news, so that the next check need not wait for it. Nobody waits for this, nothing depends on it.</summary>
public sealed class ShardHints(IGrainFactory grains, ShardLayout layout)
{
    /// <summary>There is news up to a sequence.</summary>
    public void Tell(long sequence)
    {
        if (sequence > 0)
            _ = TellAsync(sequence);
    }

    private async Task TellAsync(long sequence)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, layout.Count).Select(shard =>
                grains.GetGrain<IRegisterShardGrain>(ShardLayout.KeyOf(shard)).Hint(sequence)));
        }
        catch (Exception)
        {
            // A hint that is lost costs the next check one reading.
        }
    }
}
