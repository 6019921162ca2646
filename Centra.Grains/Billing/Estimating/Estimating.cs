using System.Collections.Immutable;
using System.Globalization;

namespace Centra.Billing;

/// <summary>Lines of an estimate from a price book. Pure: the same price book and request give the same lines. (Design: requests.md, "Price book".)</summary>
public static class Estimating
{
    private const decimal MostHours = 10_000;

    /// <summary>Base fees, then hours, then discounts; each discount is taken of what the lines above it leave.</summary>
    public static Result<ImmutableArray<CostLine>> From(PriceBook book, EstimateRequest request)
    {
        if (Refused(book, request) is { } refusal)
            return refusal;
        var lines = request.Items.SelectMany(item => LinesOf(book, request.Requester, item)).ToImmutableArray();
        return request.Discounts.Select(code => book.Discounts.First(discount => discount.Code == code)).Aggregate(lines, WithDiscount);
    }

    private static Refusal? Refused(PriceBook book, EstimateRequest request)
    {
        if (request.On < book.From || request.On > book.Until)
            return EstimateRefusal.PriceBookDoesNotHoldThen.Because();
        if (request.Items.IsDefaultOrEmpty)
            return EstimateRefusal.DatasetsAreMissing.Because();
        if (request.Items.Any(item => item.Hours is < 0 or > MostHours || !Money.HasTwoDecimals(item.Hours)))
            return EstimateRefusal.HoursAreWrong.Because();
        if (request.Items.FirstOrDefault(item => FeeOf(book, request.Requester, item) is null) is { } unpriced)
            return EstimateRefusal.BaseFeeIsMissing.Because($"The price book has no base fee of {unpriced.PriceLine} for {request.Requester}.");
        return request.Discounts.Distinct().Count() < request.Discounts.Length || request.Discounts.Any(code => book.Discounts.All(discount => discount.Code != code))
            ? EstimateRefusal.DiscountIsWrong.Because()
            : null;
    }

    private static IEnumerable<CostLine> LinesOf(PriceBook book, string requester, EstimateItem item)
    {
        yield return Money.Line(item.PriceLine, $"{item.Title}: base fee", 1, FeeOf(book, requester, item)!.Amount);
        if (item.Hours > 0)
            yield return Money.Line("hours", $"{item.Title}: hours of work", item.Hours, book.HourlyRate);
    }

    private static BaseFee? FeeOf(PriceBook book, string requester, EstimateItem item) =>
        book.BaseFees.FirstOrDefault(fee => fee.PriceLine == item.PriceLine && fee.Requester == requester);

    private static ImmutableArray<CostLine> WithDiscount(ImmutableArray<CostLine> lines, Discount discount)
    {
        var percent = discount.Percent.ToString("0.##", CultureInfo.InvariantCulture);
        return lines.Add(Money.Line(discount.Code, $"{discount.Description} ({percent} %)", 1, -Money.Cents(lines.Sum(line => line.Amount) * discount.Percent / 100)));
    }
}
