using Centra.Copying;
using Centra.Housekeeping;
using Centra.Matching;
using Centra.Register;
using Centra.Storage;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Gate;

/// <summary>
/// What has to be true before anything is answered: the keys and the normaliser give what they always gave, the register and its journal
/// are in step, erasures that were begun are finished, every shard is loaded.
/// </summary>
public sealed partial class GateOpening(
    CentraStorage storage, GateKeys keys, Replaying replaying, Sweeping sweeping, CopyMaking copies, LostKeys lostKeys, Housekeeper housekeeper, IGrainFactory grains, ShardLayout layout,
    GateState state, TimeProvider clock, ILogger<GateOpening> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Opens the gate, or throws: then the process must not serve.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        await CheckGoldenAsync();
        storage.Register.AfterReplay = replaying.ApplyAsync;
        await lostKeys.CheckAsync();
        var replayed = await storage.Register.MendAsync();
        // Epochs that came from the journal have to be those of this build too, and are kept for the next.
        if (replayed > 0)
            await CheckGoldenAsync();
        var swept = await sweeping.FinishAllAsync();
        if (replayed > 0)
            swept += await lostKeys.EraseAllAsync();
        await copies.CompleteAsync();
        await LoadShardsAsync(cancel);
        await housekeeper.StartAsync();
        var head = await storage.Vault.Database.ReadAsync(RegisterHead.ReadAsync, cancel);
        LogOpen(head.Sequence, replayed, swept);
        state.Open();
    }

    private async Task CheckGoldenAsync()
    {
        var head = await storage.Vault.Database.ReadAsync(RegisterHead.ReadAsync);
        foreach (var epoch in head.Epochs)
        {
            var mine = GoldenTokens.Compute(keys.Use(head.Epochs), epoch);
            var kept = await storage.Vault.Database.WriteAsync(Fence.None, session => RegisterFacts.KeepAsync(session, RegisterFacts.Golden(epoch), mine));
            if (!kept.AsSpan().SequenceEqual(mine))
                throw new KeyStoreException("The matching rules or their keys no longer give what this register was made with. Start the build that it was made with, or restore the keys.");
        }
    }

    private async Task LoadShardsAsync(CancellationToken cancel)
    {
        for (var shard = 0; shard < layout.Count; shard++)
        {
            var grain = grains.GetGrain<IRegisterShardGrain>(ShardLayout.KeyOf(shard));
            while ((await grain.Probe(new ShardQuestion(0, []))).Refusal is { } refusal)
                await WaitAsync(shard, refusal, cancel);
        }
    }

    private Task WaitAsync(int shard, Refusal refusal, CancellationToken cancel) => refusal.Code == nameof(RegisterRefusal.RegisterIsLoading)
        ? Task.Delay(Pause, clock, cancel)
        : throw new StorageUnavailableException($"Shard {shard} of the register cannot be loaded. The log says why.");

    [LoggerMessage(1, LogLevel.Information, "The gate is open at sequence {Sequence}; {Replayed} operations replayed, {Swept} erasures finished")]
    private partial void LogOpen(long sequence, int replayed, int swept);
}

/// <summary>Whether this process may answer.</summary>
public sealed class GateState
{
    private volatile bool _isOpen;

    /// <summary>Whether everything that has to be true before answering was found true.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>From now on it may.</summary>
    public void Open() => _isOpen = true;
}
