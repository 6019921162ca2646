using System.Collections.Frozen;

namespace Centra.Rules;

/// <summary>
/// Counts days as the society does. Service levels count working days; legal and contractual dates are calendar days that end at 24:00
/// in the society's zone, whatever daylight saving does to that day. (Design: requests.md, "Clocks".)
/// </summary>
public sealed class WorkingCalendar(CalendarRules rules)
{
    /// <summary>The society's time zone, an IANA name.</summary>
    public string Zone => rules.Zone;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(rules.Zone);
    private readonly FrozenSet<DateOnly> _holidays = rules.Holidays.Select(holiday => holiday.Day).ToFrozenSet();

    /// <summary>The day it is in the society's zone.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    /// <summary>The end of a day, 24:00: the first moment that is not of it.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>An hour of a day; where clocks are put forward over it, the first moment after.</summary>
    public DateTimeOffset At(DateOnly day, int hour) => MomentOf(day.ToDateTime(new TimeOnly(hour, 0)));

    /// <summary>Whether people work on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => !_holidays.Contains(day) && !rules.Weekend.Contains(WeekDayOf(day));

    /// <summary>The end of the n-th working day after the day of a moment.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset from, int workingDays)
    {
        var day = DayOf(from);
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                workingDays--;
        }
        return EndOf(day);
    }

    /// <summary>How many working days have begun after the day of one moment, up to the day of another; 0 within a day.</summary>
    public int WorkingDaysBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var (count, last) = (0, DayOf(to));
        for (var day = DayOf(from).AddDays(1); day <= last; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    // Where clocks are put forward at midnight the day begins at the moment of that; where 00:00 comes twice, at the first.
    private DateTimeOffset StartOf(DateOnly day) => MomentOf(day.ToDateTime(TimeOnly.MinValue));

    private DateTimeOffset MomentOf(DateTime local)
    {
        var offset = _zone.IsInvalidTime(local) ? _zone.GetUtcOffset(local.AddTicks(-1))
            : _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static WeekDay WeekDayOf(DateOnly day) => day.DayOfWeek is DayOfWeek.Sunday ? WeekDay.Sunday : (WeekDay)(int)day.DayOfWeek;
}
