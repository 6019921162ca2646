using System.Collections.Immutable;
using Centra.Billing;

namespace Centra.Requests;

/// <summary>What a request costs by its pinned price book. Pure.</summary>
internal static class CostEstimates
{
    public static Result<ImmutableArray<CostLine>> Of(RequestState state, EstimateCost estimate, RequestFacts facts)
    {
        if (facts.Rules is not { } rules)
            return DataRequestRefusal.FactsAreMissing;
        var approved = state.ApprovedDatasets.ToList();
        if (approved.Any(one => !facts.Datasets.ContainsKey(one.DatasetId)))
            return DataRequestRefusal.FactsAreMissing;
        var items = approved.Select((one, at) => Item(rules.Prices, facts.Datasets[one.DatasetId].PriceLine, one.Title, at == 0 ? estimate.ExtraHours : 0));
        return Estimating.From(Book(rules, state.Application.Category), new EstimateRequest(
            rules.Calendar.DayOf(state.SubmittedAt ?? facts.Now), state.Application.Category, [.. items], estimate.Waiver is { Length: > 0 } waiver ? [waiver] : []));
    }

    private static EstimateItem Item(Rules.PriceBook prices, string line, string title, decimal extra) =>
        new(line, title, (prices.Lines.FirstOrDefault(known => known.Key == line)?.Hours ?? 0) + extra);

    private static PriceBook Book(RuleFacts rules, string category) => new(
        rules.Versions.Prices, rules.Prices.Currency, rules.Prices.ValidFrom, rules.Prices.ValidTo, rules.Prices.HourlyRate(category) ?? 0,
        [.. rules.Prices.Lines.SelectMany(line => line.Fees.Select(fee => new BaseFee(line.Key, fee.Category, fee.Amount)))],
        [.. rules.Prices.Waivers.Select(waiver => new Discount(waiver.Key, waiver.Name, waiver.Percent))]);
}
