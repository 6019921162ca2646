using System.Collections.Immutable;
using System.Globalization;
using Centra.Rules;

namespace Centra.Billing;

/// <summary>Lines of an estimate from a price book. Pure: the same price book and request give the same lines. (Design: requests.md, "Price book".)</summary>
public static class Estimating
{
    private const decimal MostHours = 10_000;
    private const int MostItems = 50;
    private const int LongestTitle = 200;

    /// <summary>Base fees and hours of each dataset, then waivers; each waiver is taken of what the lines above it leave.</summary>
    public static Result<ImmutableArray<CostLine>> From(PriceBook book, EstimateRequest request)
    {
        if (Refused(book, request) is { } refusal)
            return refusal;
        var lines = request.Items.SelectMany(item => LinesOf(book, request.Requester, item)).ToImmutableArray();
        return request.Waivers.Select(key => book.Waivers.First(waiver => waiver.Key == key)).Aggregate(lines, WithWaiver);
    }

    private static Refusal? Refused(PriceBook book, EstimateRequest request)
    {
        if (!book.IsValidOn(request.On))
            return EstimateRefusal.PriceBookDoesNotHoldThen.Because();
        if (request.Items.IsDefaultOrEmpty || request.Items.Length > MostItems)
            return EstimateRefusal.DatasetsAreMissing.Because();
        if (request.Items.Any(item => item.Hours is { } hours && (hours is < 0 or > MostHours || !Money.HasTwoDecimals(hours))))
            return EstimateRefusal.HoursAreWrong.Because();
        if (request.Items.Any(item => book.BaseFee(item.PriceLine, request.Requester) is null) || book.HourlyRate(request.Requester) is null)
            return EstimateRefusal.BaseFeeIsMissing.Because();
        var isKnown = request.Waivers.All(key => book.Waivers.Any(waiver => waiver.Key == key));
        return isKnown && request.Waivers.Distinct().Count() == request.Waivers.Length ? null : EstimateRefusal.WaiverIsWrong.Because();
    }

    private static IEnumerable<CostLine> LinesOf(PriceBook book, string requester, EstimateItem item)
    {
        var title = item.Title.Length > LongestTitle ? item.Title[..LongestTitle] : item.Title;
        yield return Money.Line(item.PriceLine, $"{title}: base fee", 1, book.BaseFee(item.PriceLine, requester)!.Value);
        var hours = item.Hours ?? book.Lines.First(line => line.Key == item.PriceLine).Hours;
        if (hours > 0)
            yield return Money.Line("hours", $"{title}: hours of work", hours, book.HourlyRate(requester)!.Value);
    }

    private static ImmutableArray<CostLine> WithWaiver(ImmutableArray<CostLine> lines, Waiver waiver) => lines.Add(Money.Line(
        waiver.Key, string.Create(CultureInfo.InvariantCulture, $"{waiver.Name} ({waiver.Percent} % less)"), 1, -Money.Cents(lines.Sum(line => line.Amount) * waiver.Percent / 100)));
}
