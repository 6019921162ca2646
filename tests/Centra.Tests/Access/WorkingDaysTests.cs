using Centra.Access;

namespace Centra.Tests.Access;

public class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-03-02T09:00:00Z", "2026-03-05T00:00:00Z")]
    [InlineData("2026-03-04T23:59:59Z", "2026-03-07T00:00:00Z")]
    [InlineData("2026-03-05T09:00:00Z", "2026-03-10T00:00:00Z")]
    [InlineData("2026-03-06T09:00:00Z", "2026-03-11T00:00:00Z")]
    [InlineData("2026-03-07T09:00:00Z", "2026-03-11T00:00:00Z")]
    public void End_OfTheSecondWorkingDay_LeavesOutTheWeekend(string from, string end) =>
        WorkingDays.EndAfter(DateTimeOffset.Parse(from), 2).ShouldBe(DateTimeOffset.Parse(end));
}
