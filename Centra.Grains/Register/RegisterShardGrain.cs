using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Centra.Storage;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Register;

/// <summary>A shard in memory. Its table is loaded outside activation, so that a slow load refuses callers instead of failing them.</summary>
[KeepAlive]
public sealed partial class RegisterShardGrain(Vault vault, ShardLayout layout, ShardSnapshot snapshots, ILogger<RegisterShardGrain> log)
    : Grain, IRegisterShardGrain
{
    private LoadedShard? _shard;
    private Task? _loading;
    private bool _failed;
    private Task<bool>? _catchingUp;

    /// <inheritdoc/>
    public async Task<Result<ShardAnswer>> Probe(ShardQuestion question)
    {
        if (_shard is null)
            return StartLoading();
        // The second reading begins after the question came; if that does not reach its head, the database went back.
        for (var readings = 0; _shard?.Sequence < question.Head && readings < 2; readings++)
            await CatchUp();
        if (_shard is null)
            return StartLoading();
        if (_shard.Sequence < question.Head)
            return RegisterRefusal.RegisterWentBack;
        return new ShardAnswer(_shard.Sequence, Find(_shard.Table, question.Tokens));
    }

    /// <inheritdoc/>
    public Task Hint(long sequence) => _shard is null || _shard.Sequence >= sequence ? Task.CompletedTask : CatchUp();

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_shard is { IsWorthASnapshot: true })
            snapshots.Save(Number, _shard.State);
        return Task.CompletedTask;
    }

    private int Number => ShardLayout.NumberOf(this.GetPrimaryKeyString());

    // One asker hears that it failed; the next one has it tried again.
    private RegisterRefusal StartLoading()
    {
        if (_failed)
        {
            _failed = false;
            return RegisterRefusal.RegisterIsUnavailable;
        }
        if (_loading is null or { IsCompleted: true })
            _loading = Load();
        return RegisterRefusal.RegisterIsLoading;
    }

    private async Task Load()
    {
        try
        {
            _shard = await LoadedShard.LoadAsync(vault.Database, layout, snapshots, Number);
            LogLoaded(Number, _shard.Table.Count, _shard.Sequence);
        }
        catch (Exception error)
        {
            _failed = true;
            LogFailed(error, Number);
        }
    }

    // One reading of new rows serves all questions that wait for it.
    private async Task CatchUp()
    {
        var mine = _catchingUp ??= _shard!.CatchUpAsync(vault.Database);
        try
        {
            if (!await mine && _catchingUp == mine)
                _shard = null;
        }
        finally
        {
            if (_catchingUp == mine)
                _catchingUp = null;
        }
    }

    private static ImmutableArray<ShardHit> Find(ShardTable table, ImmutableArray<byte> tokens)
    {
        var hits = new List<ShardHit>();
        var bytes = ImmutableCollectionsMarshal.AsArray(tokens).AsSpan();
        for (var i = 0; i < bytes.Length / Key128.Size; i++)
            table.Find(Key128.From(bytes.Slice(i * Key128.Size, Key128.Size)), i, hits);
        return [.. hits];
    }

    [LoggerMessage(1, LogLevel.Debug, "Shard {Number} holds {Count} tokens up to sequence {Sequence}")]
    private partial void LogLoaded(int number, int count, long sequence);

    [LoggerMessage(2, LogLevel.Error, "Shard {Number} could not be loaded")]
    private partial void LogFailed(Exception error, int number);
}
