using Orleans;
using Orleans.Runtime;

namespace Centra.Rekeying;

/// <summary>Works re-keying off step by step. A reminder brings it back after a crash until nothing is left.</summary>
public sealed class RekeyingGrain(RekeyingSteps steps) : Grain, IRekeyingGrain
{
    private const string Reminder = "go on";
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);
    private IGrainTimer? _timer;

    /// <inheritdoc/>
    public async Task<Result<RekeyingView>> Begin()
    {
        await this.RegisterOrUpdateReminder(Reminder, Often, Often);
        await steps.BeginAsync();
        GoOn();
        return await steps.ViewAsync();
    }

    /// <inheritdoc/>
    public Task<RekeyingView> View() => steps.ViewAsync();

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        GoOn();
        return Task.CompletedTask;
    }

    // A step a turn, so that questions about it are answered in between.
    private void GoOn() => _timer ??= this.RegisterGrainTimer(_ => StepAsync(), new GrainTimerCreationOptions(Soon, Soon) { KeepAlive = true });

    // Without the timer's token: that ends with the timer, before the reminder is taken away.
    private async Task StepAsync()
    {
        if (await steps.StepAsync())
            return;
        _timer?.Dispose();
        _timer = null;
        if (await this.GetReminder(Reminder) is { } reminder)
            await this.UnregisterReminder(reminder);
    }
}
