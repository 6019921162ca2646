using System.Collections.Immutable;
using Orleans;
using Orleans.Runtime;

namespace Centra.Engine.Tests.Grains;

public interface IReminderGrain : IGrainWithStringKey
{
    Task RegisterAsync(string name, TimeSpan due, TimeSpan period);

    Task<bool> UnregisterAsync(string name);

    Task<ImmutableArray<string>> NamesAsync();

    Task LeaveAsync();
}

public sealed class ReminderGrain : Grain, IReminderGrain, IRemindable
{
    private Probe Probe => Probe.Of(this.GetPrimaryKeyString());

    public Task RegisterAsync(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task<bool> UnregisterAsync(string name)
    {
        var reminder = await this.GetReminder(name);
        if (reminder is not null)
            await this.UnregisterReminder(reminder);
        return reminder is not null;
    }

    public async Task<ImmutableArray<string>> NamesAsync() =>
        [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName).Order(StringComparer.Ordinal)];

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Probe.Note($"{reminderName} every {status.Period}");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Probe.Note($"left: {reason.ReasonCode}");
        return Task.CompletedTask;
    }
}
