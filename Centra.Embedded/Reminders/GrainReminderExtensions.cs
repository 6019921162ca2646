using Centra.Embedded;
using Orleans.Runtime;

namespace Orleans;

/// <summary>What a grain asks of its reminders. They outlive the activation and the process; ticks missed meanwhile are not made up for.</summary>
public static class GrainReminderExtensions
{
    /// <param name="grain">Must be an <see cref="IRemindable"/>.</param>
    /// <param name="reminderName">One of the grain's reminders.</param>
    /// <param name="dueTime">Until the first tick.</param>
    /// <param name="period">A minute or more.</param>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        if (grain is not IRemindable)
            throw new InvalidOperationException($"{grain.GetType()} is not IRemindable, so no reminder can call it.");
        return Of(grain).RegisterAsync(grain.GrainContext.GrainId, reminderName, dueTime, period);
    }

    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder) => Of(grain).UnregisterAsync((GrainReminder)reminder);

    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) =>
        Of(grain).FindAsync(grain.GrainContext.GrainId, reminderName);

    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) => Of(grain).AllOfAsync(grain.GrainContext.GrainId);

    private static ReminderService Of(IGrainBase grain)
    {
        var activation = Activation.Of(grain);
        return Activation.Current == activation
            ? activation.Engine.Reminders
            : throw new InvalidOperationException("Reminders can only be used in a turn of their grain.");
    }
}
