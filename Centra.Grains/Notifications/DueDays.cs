using System.Globalization;
using Centra.Rules;

namespace Centra.Notifications;

/// <summary>What of a request says until when something has to be done.</summary>
/// <param name="Stage">Its stage.</param>
/// <param name="StageSince">Since when.</param>
/// <param name="DueAt">Its next deadline; null: none.</param>
/// <param name="EndsAt">When its agreement ends; null: there is none in force.</param>
internal sealed record RequestDates(string Stage, DateTimeOffset StageSince, DateTimeOffset? DueAt, DateTimeOffset? EndsAt);

/// <summary>The day that a message names, in the society's zone. Pure.</summary>
internal static class DueDays
{
    private const string Unknown = "the day that the request names";

    /// <summary>The day until which what a template is about has to be done.</summary>
    public static string Of(string template, RequestDates request, DateTimeOffset told, WorkingCalendar calendar, ServiceLevels levels) => template switch
    {
        "report-due" => Day(told, calendar),
        "agreement-ending" => LastDay(request.EndsAt, calendar),
        "request-received" or "service-level-missed" when levels.WorkingDays(request.Stage) is { } days => LastDay(calendar.EndAfter(request.StageSince, days), calendar),
        _ => LastDay(request.DueAt, calendar),
    };

    // A day ends at 24:00: that moment is of the next one.
    private static string LastDay(DateTimeOffset? end, WorkingCalendar calendar) => end is { } at ? Day(at.AddTicks(-1), calendar) : Unknown;

    private static string Day(DateTimeOffset at, WorkingCalendar calendar) => calendar.DayOf(at).ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
}
