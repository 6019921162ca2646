using Centra.Rules;

namespace Centra.Tests.Rules;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar NewYork = Calendar("America/New_York", "2026-07-03", "2026-11-26", "2026-11-27");

    // Clocks go forward on 8 March and back on 1 November 2026.
    [Theory]
    [InlineData("2026-03-07", "2026-03-08T05:00:00Z")]
    [InlineData("2026-03-08", "2026-03-09T04:00:00Z")]
    [InlineData("2026-10-31", "2026-11-01T04:00:00Z")]
    [InlineData("2026-11-01", "2026-11-02T05:00:00Z")]
    [InlineData("2026-12-31", "2027-01-01T05:00:00Z")]
    public void Day_InTheSocietysZone_EndsAtItsMidnight(string day, string end) => NewYork.EndOf(DateOnly.Parse(day)).ShouldBe(DateTimeOffset.Parse(end));

    // In Santiago 00:00 of 6 September 2026 does not exist; in Havana that of 1 November comes twice.
    [Theory]
    [InlineData("America/Santiago", "2026-09-05", "2026-09-06T04:00:00Z")]
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T04:00:00Z")]
    public void Day_BeforeAMidnightThatIsMissingOrTwice_EndsOnce(string zone, string day, string end) => Calendar(zone).EndOf(DateOnly.Parse(day)).ShouldBe(DateTimeOffset.Parse(end));

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Beirut")]
    [InlineData("Pacific/Apia")]
    public void Days_OfTenYears_FollowEachOther(string zone)
    {
        var calendar = Calendar(zone);
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var end = calendar.EndOf(day);
            calendar.DayOf(end.AddTicks(-1)).ShouldBe(day);
            calendar.DayOf(end).ShouldBe(day.AddDays(1));
        }
    }

    [Theory]
    [InlineData("2026-07-01T16:00:00Z", 1, "2026-07-03T04:00:00Z")]
    [InlineData("2026-07-02T16:00:00Z", 1, "2026-07-07T04:00:00Z")]
    [InlineData("2026-07-03T02:00:00Z", 1, "2026-07-07T04:00:00Z")]
    [InlineData("2026-03-06T12:00:00Z", 2, "2026-03-11T04:00:00Z")]
    [InlineData("2026-11-25T12:00:00Z", 1, "2026-12-01T05:00:00Z")]
    [InlineData("2026-11-25T12:00:00Z", 0, "2026-11-26T05:00:00Z")]
    public void End_AfterWorkingDays_LeavesOutWeekendsAndHolidays(string from, int days, string end) => NewYork.EndAfter(DateTimeOffset.Parse(from), days).ShouldBe(DateTimeOffset.Parse(end));

    [Theory]
    [InlineData("2026-11-25T12:00:00Z", "2026-11-30T12:00:00Z", 1)]
    [InlineData("2026-11-30T12:00:00Z", "2026-11-30T23:00:00Z", 0)]
    [InlineData("2026-11-30T12:00:00Z", "2026-12-01T04:59:00Z", 0)]
    [InlineData("2026-11-30T12:00:00Z", "2026-12-01T05:00:00Z", 1)]
    [InlineData("2026-12-01T12:00:00Z", "2026-11-01T12:00:00Z", 0)]
    public void WorkingDays_BetweenMoments_AreThoseThatBegan(string from, string to, int days) =>
        NewYork.WorkingDaysBetween(DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)).ShouldBe(days);

    private static WorkingCalendar Calendar(string zone, params string[] holidays) =>
        new(new CalendarRules(zone, [WeekDay.Saturday, WeekDay.Sunday], [.. holidays.Select(day => new Holiday(DateOnly.Parse(day), "Holiday"))]));
}
