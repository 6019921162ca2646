using Centra.Rules;

namespace Centra.Notifications;

/// <summary>One e-mail for a day's messages.</summary>
internal static class Digests
{
    /// <summary>The next time at which digests go out: once a day, at an hour in the society's zone.</summary>
    public static DateTimeOffset Next(DateTimeOffset now, WorkingCalendar calendar, int hour)
    {
        var today = calendar.DayOf(now);
        var at = calendar.At(today, hour);
        return at > now ? at : calendar.At(today.AddDays(1), hour);
    }

    /// <summary>The messages of one person as one e-mail.</summary>
    public static Mail Of(IReadOnlyList<DueMessage> messages) => messages is [var only]
        ? new Mail(only.MessageId, only.Address!, only.Subject, only.Body, only.At)
        : new Mail(string.Join(' ', messages.Select(one => one.MessageId)), messages[0].Address!, $"{messages.Count} messages about data requests",
            string.Join("\n\n----\n\n", messages.Select(one => $"{one.Subject}\n\n{one.Body}")), messages[^1].At);
}
