using System.Collections.Immutable;
using Centra.Documents;

namespace Centra.Rules;

/// <summary>The society's calendar. <see cref="WorkingCalendar"/> counts with it.</summary>
/// <param name="Zone">IANA name of the society's zone; legal dates end there at 24:00.</param>
/// <param name="Weekend">Days of the week without work, at most six.</param>
/// <param name="Holidays">Further days without work.</param>
public sealed record CalendarRules(string Zone, ImmutableArray<WeekDay> Weekend, ImmutableArray<Holiday> Holidays) : IRulesContent<CalendarRules>
{
    /// <inheritdoc/>
    public static string Kind => RulesKinds.Calendar;

    /// <inheritdoc/>
    public static CalendarRules Read(Fields fields)
    {
        var calendar = new CalendarRules(fields.Text("zone", 60), fields.Choices<WeekDay>("weekend"), fields.List("holidays", item => new Holiday(item.Day("day"), item.Text("name"))));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(calendar.Zone, out _))
            fields.Fault("zone", "needs the IANA name of a time zone, for example America/New_York");
        if (calendar.Weekend.Distinct().Count() > 6)
            fields.Fault("weekend", "leaves no day for work");
        fields.Once("weekend", calendar.Weekend);
        fields.Once("holidays", calendar.Holidays.Select(holiday => $"{holiday.Day:yyyy-MM-dd}"));
        return calendar;
    }
}

/// <summary>A day without work.</summary>
public sealed record Holiday(DateOnly Day, string Name);

/// <summary>Days of the week as ISO 8601 numbers them.</summary>
public enum WeekDay
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 3,

    /// <summary>Thursday.</summary>
    Thursday = 4,

    /// <summary>Friday.</summary>
    Friday = 5,

    /// <summary>Saturday.</summary>
    Saturday = 6,

    /// <summary>Sunday.</summary>
    Sunday = 7,
}
