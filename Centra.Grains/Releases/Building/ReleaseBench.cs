using Centra.People;
using Centra.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Centra.Releases;

/// <summary>Builds what is ordered, one release after the other, outside of any grain's turn: a gigabyte takes longer than a call may.</summary>
public sealed partial class ReleaseBench(ReleaseQueue queue, ReleaseBuilding building, IGrainFactory grains, ILogger<ReleaseBench> log) : BackgroundService
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Until this is disposed of, nothing is built but what is asked for by name.</summary>
    public async Task<IDisposable> HoldAsync()
    {
        await _turn.WaitAsync();
        return new Held(_turn);
    }

    /// <summary>Builds what waits for this request, if anything does.</summary>
    public async Task BuildAsync(string requestId, CancellationToken cancellation)
    {
        var release = grains.GetGrain<IReleaseGrain>($"release/{requestId}");
        var order = await release.Order();
        if (order.IsRefused)
            return;
        var outcome = await OutcomeAsync(order.Value, cancellation);
        var command = CommandId.From(PersonRules.Host, outcome.GetType().Name, $"{requestId}/{order.Value.Version}");
        await release.Handle(new CommandContext(command, new Actor(PersonRules.Host, null)), outcome);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var requestId in queue.TakeAsync(stoppingToken))
                await TryAsync(requestId, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed of before it was stopped ends this too, and that is no fault to report.
        }
    }

    // Storage that does not answer now may answer later: the order stays, and is found again within a minute. Anything else would fail for ever.
    private async Task<ReleaseCommand> OutcomeAsync(ReleaseOrder order, CancellationToken cancellation)
    {
        try
        {
            return await building.BuildAsync(order, cancellation);
        }
        catch (Exception error) when (error is not (StorageUnavailableException or OperationCanceledException or TimeoutException))
        {
            LogBroken(error, order.RequestId, order.Version);
            var why = ReleaseRefusal.BuildBroke.Because();
            return new RecordBuildFailure(order.Version, why.Code, why.Detail);
        }
    }

    private async Task TryAsync(string requestId, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await BuildAsync(requestId, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogLater(error, requestId);
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }

    [LoggerMessage(1, LogLevel.Error, "The release of {RequestId}, version {Version}, could not be built")]
    private partial void LogBroken(Exception error, string requestId, int version);

    [LoggerMessage(2, LogLevel.Warning, "The release of {RequestId} is built later")]
    private partial void LogLater(Exception error, string requestId);
}
