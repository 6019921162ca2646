using Orleans;
using Orleans.Runtime;

namespace Centra.Embedded;

/// <summary>Keeps the stored reminders and those that are set in step.</summary>
internal sealed class ReminderService(EmbeddedEngine engine, IReminderTable? table) : IDisposable
{
    private readonly ArmedReminders _armed = new(engine);
    private ITimer? _refresh;

    private IReminderTable Table => table ?? throw new InvalidOperationException("No reminder table is registered, so there are no reminders.");

    public async Task StartAsync(CancellationToken cancel)
    {
        if (table is null)
            return;
        await table.StartAsync(cancel);
        await ReadAllAsync();
        var period = engine.Options.ReminderRefreshPeriod;
        _refresh = engine.Clock.Time.CreateTimer(_ => _ = RefreshAsync(), null, period, period);
    }

    public async Task<IGrainReminder> RegisterAsync(GrainId grain, string name, TimeSpan due, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < engine.Options.MinimumReminderPeriod)
            throw new ArgumentException($"A reminder's period is at least {engine.Options.MinimumReminderPeriod}.", nameof(period));
        var start = engine.Clock.Time.GetUtcNow().UtcDateTime + due;
        var entry = new ReminderEntry { GrainId = grain, ReminderName = name, StartAt = start, Period = period };
        entry.ETag = await Table.UpsertRow(entry);
        _armed.Set(entry);
        return GrainReminder.Of(entry);
    }

    public async Task UnregisterAsync(GrainReminder reminder)
    {
        if (!await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, reminder.ETag))
            throw new OrleansException($"The reminder {reminder.ReminderName} was changed since it was asked for, so it was not removed.");
        _armed.Remove(reminder.GrainId, reminder.ReminderName);
    }

    public async Task<IGrainReminder?> FindAsync(GrainId grain, string name) =>
        await Table.ReadRow(grain, name) is { } entry ? GrainReminder.Of(entry) : null;

    public async Task<List<IGrainReminder>> AllOfAsync(GrainId grain) =>
        [.. (await Table.ReadRows(grain)).Reminders.Select(GrainReminder.Of)];

    public void Dispose()
    {
        _refresh?.Dispose();
        _armed.Dispose();
    }

    // Somebody may have changed the table with other means, for instance restored it.
    private async Task RefreshAsync()
    {
        try
        {
            await ReadAllAsync();
        }
        catch (Exception error)
        {
            EngineLog.RemindersNotRead(engine.Log, error);
        }
    }

    private async Task ReadAllAsync()
    {
        var began = _armed.Version;
        var stored = (await Table.ReadRows(0, 0)).Reminders;
        _armed.SetAll(stored, began);
    }
}
