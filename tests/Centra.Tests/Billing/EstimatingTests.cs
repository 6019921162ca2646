using Centra.Billing;
using Centra.Rules;

namespace Centra.Tests.Billing;

public class EstimatingTests
{
    private static readonly PriceBook Prices = new(
        "USD", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), 60,
        [new("academic", "University", null, 75m), new("commercial", "Company", null, 200m)],
        [new("survey", "Surveys", 6, [new("academic", 500m), new("commercial", 2500m)]), new("open", "Open data", 0, [new("academic", 0m), new("commercial", 100m)])],
        [new("low-income", "Low-income country", 100, null), new("together", "With the society", 50, null), new("third", "A third", 33, null)]);

    [Fact]
    public void Estimate_IsFeesAndHoursLessWaivers()
    {
        var lines = From("academic", [new("survey", "Census", null), new("open", "Abstracts", 1.25m)], ["together", "third"]).Value;

        lines.Select(line => line.Amount).ShouldBe([500m, 450m, 0m, 93.75m, -521.88m, -172.22m]);
        lines.Sum(line => line.Amount).ShouldBe(349.65m);
    }

    [Fact]
    public void Estimate_OfAFullWaiver_IsZeroAndCanBeIssued()
    {
        var lines = From("commercial", [new("survey", "Census", 2m)], ["low-income"]).Value;

        lines.Sum(line => line.Amount).ShouldBe(0m);
        new Book().Send(new IssueEstimate(1, "USD", lines)).ShouldBe("");
    }

    [Theory]
    [InlineData("charity", "survey", 1, "2026-06-01", "", nameof(EstimateRefusal.BaseFeeIsMissing))]
    [InlineData("academic", "registry", 1, "2026-06-01", "", nameof(EstimateRefusal.BaseFeeIsMissing))]
    [InlineData("academic", "survey", -1, "2026-06-01", "", nameof(EstimateRefusal.HoursAreWrong))]
    [InlineData("academic", "survey", 10_001, "2026-06-01", "", nameof(EstimateRefusal.HoursAreWrong))]
    [InlineData("academic", "survey", 1, "2025-12-31", "", nameof(EstimateRefusal.PriceBookDoesNotHoldThen))]
    [InlineData("academic", "survey", 1, "2027-01-01", "", nameof(EstimateRefusal.PriceBookDoesNotHoldThen))]
    [InlineData("academic", "survey", 1, "2026-06-01", "gift", nameof(EstimateRefusal.WaiverIsWrong))]
    [InlineData("academic", "survey", 1, "2026-06-01", "third third", nameof(EstimateRefusal.WaiverIsWrong))]
    public void Estimate_WithoutAPrice_IsRefused(string requester, string line, int hours, string day, string waivers, string expected) =>
        From(requester, [new(line, "Data", hours)], waivers.Split(' ', StringSplitOptions.RemoveEmptyEntries), day).Refusal.ShouldNotBeNull().Code.ShouldBe(expected);

    [Fact]
    public void Estimate_OfNothing_IsRefused() => From("academic", [], []).Refusal.ShouldNotBeNull().Code.ShouldBe(nameof(EstimateRefusal.DatasetsAreMissing));

    private static Result<System.Collections.Immutable.ImmutableArray<CostLine>> From(string requester, EstimateItem[] items, string[] waivers, string day = "2026-06-01") =>
        Estimating.From(Prices, new EstimateRequest(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), requester, [.. items], [.. waivers]));
}
