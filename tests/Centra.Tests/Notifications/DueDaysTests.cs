using Centra.Notifications;
using Centra.Tests.Requests;

namespace Centra.Tests.Notifications;

/// <summary>Days that messages name, and the hour of digests, in the society's zone: New York.</summary>
public class DueDaysTests
{
    // Monday, March 2, 2026, 10:00 in New York.
    private static readonly RequestDates Dates = new("Availability", Cast.Monday, Cast.Rules.Calendar.EndOf(new DateOnly(2026, 3, 16)), Cast.Rules.Calendar.EndOf(new DateOnly(2028, 3, 31)));

    [Theory]
    [InlineData("information-asked", "March 16, 2026")]
    [InlineData("reviewer-assigned", "March 16, 2026")]
    [InlineData("agreement-issued", "March 16, 2026")]
    [InlineData("agreement-ending", "March 31, 2028")]
    [InlineData("report-due", "March 2, 2026")]
    public void Message_NamesTheDayOfItsDeadline(string template, string day) => DueDays.Of(template, Dates, Cast.Monday, Cast.Rules.Calendar, Cast.Rules.Levels).ShouldBe(day);

    [Fact]
    public void ServiceLevel_IsCountedFromTheStage()
    {
        var days = Cast.Rules.Levels.WorkingDays("Availability")!.Value;
        var last = Cast.Rules.Calendar.DayOf(Cast.Rules.Calendar.EndAfter(Cast.Monday, days).AddTicks(-1));

        DueDays.Of("request-received", Dates with { DueAt = null }, Cast.Monday, Cast.Rules.Calendar, Cast.Rules.Levels).ShouldBe(last.ToString("MMMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture));
        DueDays.Of("information-asked", Dates with { DueAt = null }, Cast.Monday, Cast.Rules.Calendar, Cast.Rules.Levels).ShouldBe("the day that the request names");
    }

    [Theory]
    [InlineData("2026-03-02T11:59:00Z", 7, "2026-03-02T12:00:00Z")]
    [InlineData("2026-03-02T12:00:00Z", 7, "2026-03-03T12:00:00Z")]
    [InlineData("2026-03-07T15:00:00Z", 7, "2026-03-08T11:00:00Z")]
    [InlineData("2026-03-08T04:00:00Z", 2, "2026-03-08T07:00:00Z")]
    public void Digest_GoesOutAtItsHourInTheSocietysZone(string now, int hour, string next) =>
        Digests.Next(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), Cast.Rules.Calendar, hour)
            .ShouldBe(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture));
}
