using System.Collections.Immutable;
using Centra.Storage;
using Centra.Telemetry;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Register;

/// <summary>A shard in memory. Its table is loaded outside activation, so that a slow load refuses callers instead of failing them.</summary>
[KeepAlive]
public sealed partial class RegisterShardGrain(Vault vault, ShardLayout layout, ShardSnapshot snapshots, GateGauges gauges, ILogger<RegisterShardGrain> log)
    : Grain, IRegisterShardGrain
{
    private LoadedShard? _shard;
    private Task? _loading;
    private bool _failed;
    private Task<bool>? _catchingUp;
    private Task _keeping = Task.CompletedTask;

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
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gauges.ShardGone(Number);
        await _keeping;
        if (_shard is not null)
            await Keep(_shard);
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
            gauges.ShardStands(Number, _shard.Sequence);
            KeepInBackground();
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
            gauges.ShardStands(Number, _shard?.Sequence ?? 0);
            KeepInBackground();
        }
        finally
        {
            if (_catchingUp == mine)
                _catchingUp = null;
        }
    }

    // A process that is killed never deactivates: what a shard has grown by is written while it lives. Nobody waits for it.
    private void KeepInBackground()
    {
        if (_shard is not null && _keeping.IsCompleted && _shard.IsWorthASnapshot(snapshots.RowsWorthSaving))
            _keeping = Keep(_shard);
    }

    private async Task Keep(LoadedShard shard)
    {
        try
        {
            if (await snapshots.KeepAsync(Number, shard))
                LogKept(Number, shard.Sequence);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogNotKept(error, Number);
        }
    }

    private static ImmutableArray<ShardHit> Find(ShardTable table, ImmutableArray<byte> tokens)
    {
        var hits = new List<ShardHit>();
        table.FindAll(tokens.AsSpan(), hits);
        return [.. hits];
    }

    [LoggerMessage(1, LogLevel.Debug, "Shard {Number} holds {Count} tokens up to sequence {Sequence}")]
    private partial void LogLoaded(int number, int count, long sequence);

    [LoggerMessage(3, LogLevel.Debug, "Shard {Number} is kept up to sequence {Sequence} or a little before")]
    private partial void LogKept(int number, long sequence);

    [LoggerMessage(4, LogLevel.Warning, "Shard {Number} could not be kept; a start will read more of the register")]
    private partial void LogNotKept(Exception error, int number);

    [LoggerMessage(2, LogLevel.Error, "Shard {Number} could not be loaded")]
    private partial void LogFailed(Exception error, int number);
}
