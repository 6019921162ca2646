using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Centra.Housekeeping;

/// <summary>Wakes by its reminder and does its task. One that fails is tried again at the next tick.</summary>
public sealed partial class HousekeepingGrain(IEnumerable<IHousekeepingTask> tasks, IHostApplicationLifetime host, ILogger<HousekeepingGrain> log) : Grain, IHousekeepingGrain
{
    private const string Reminder = "tick";
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    // Much that is due leaves half of the time, or more, to whoever waits for an answer.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private IGrainTimer? _next;
    private Task<int> _running = Task.FromResult(0);
    private bool _hasMore;

    private IHousekeepingTask Mine => tasks.Single(task => $"housekeeping/{task.Name}" == this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task Start()
    {
        if (await this.GetReminder(Reminder) is null)
            await this.RegisterOrUpdateReminder(Reminder, Mine.Period, Mine.Period);
    }

    /// <inheritdoc/>
    public async Task<int> Run()
    {
        // What a timer runs lets calls in beside it.
        while (!_running.IsCompleted)
            await Task.WhenAny(_running);
        _hasMore = false;
        _running = RunOnceAsync();
        var done = await _running;
        if (_hasMore)
            GoOn(Soon);
        return done;
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        GoOn(AtOnce);
        return Task.CompletedTask;
    }

    // In a turn of its own, beside others: work may take longer than a reminder, or the next one, waits to be taken.
    private void GoOn(TimeSpan after) => _next ??= this.RegisterGrainTimer(_ => TickAsync(), new GrainTimerCreationOptions(after, Timeout.InfiniteTimeSpan) { Interleave = true, KeepAlive = true });

    private async Task TickAsync()
    {
        try
        {
            await Run();
        }
        catch (Exception) when (host.ApplicationStopping.IsCancellationRequested)
        {
            // Grains and databases end one after the other; what was due is done after the next start.
        }
        catch (Exception error)
        {
            LogFailed(error, Mine.Name);
        }
        _next?.Dispose();
        _next = null;
        if (_hasMore)
            GoOn(Soon);
    }

    private async Task<int> RunOnceAsync()
    {
        var done = await Mine.RunAsync();
        if (done > 0)
            LogDone(Mine.Name, done);
        _hasMore = Mine.HasMore;
        return done;
    }

    [LoggerMessage(1, LogLevel.Information, "Housekeeping {Task}: {Done} done")]
    private partial void LogDone(string task, int done);

    [LoggerMessage(2, LogLevel.Error, "Housekeeping {Task} failed")]
    private partial void LogFailed(Exception error, string task);
}
