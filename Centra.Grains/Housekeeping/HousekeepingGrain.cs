using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Centra.Housekeeping;

/// <summary>Wakes by its reminder and does its task. One that fails is tried again at the next tick.</summary>
public sealed partial class HousekeepingGrain(IEnumerable<IHousekeepingTask> tasks, IHostApplicationLifetime host, ILogger<HousekeepingGrain> log) : Grain, IHousekeepingGrain
{
    private const string Reminder = "tick";
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private IGrainTimer? _again;

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
        var done = await Mine.RunAsync();
        if (done > 0)
            LogDone(Mine.Name, done);
        _again?.Dispose();
        _again = Mine.HasMore ? this.RegisterGrainTimer(TickAsync, Soon, Timeout.InfiniteTimeSpan) : null;
        return done;
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => TickAsync();

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
    }

    [LoggerMessage(1, LogLevel.Information, "Housekeeping {Task}: {Done} done")]
    private partial void LogDone(string task, int done);

    [LoggerMessage(2, LogLevel.Error, "Housekeeping {Task} failed")]
    private partial void LogFailed(Exception error, string task);
}
