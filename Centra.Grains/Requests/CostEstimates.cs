using System.Collections.Immutable;
using Centra.Billing;
using Centra.Rules;

namespace Centra.Requests;

/// <summary>What a request costs by its pinned price book. Pure.</summary>
internal static class CostEstimates
{
    public static Result<ImmutableArray<CostLine>> Of(RequestState state, EstimateCost estimate, RequestFacts facts)
    {
        var approved = state.ApprovedDatasets.ToList();
        if (facts.Rules is not { } rules || approved.Any(one => !facts.Datasets.ContainsKey(one.DatasetId)))
            return DataRequestRefusal.FactsAreMissing;
        var items = approved.Select((one, at) => Item(rules.Prices, facts.Datasets[one.DatasetId].PriceLine, one.Title, at == 0 ? estimate.ExtraHours : 0));
        return Estimating.From(rules.Prices, new EstimateRequest(
            rules.Calendar.DayOf(state.SubmittedAt ?? facts.Now), state.Application.Category, [.. items], estimate.Waiver is { Length: > 0 } waiver ? [waiver] : []));
    }

    private static EstimateItem Item(PriceBook prices, string line, string title, decimal extra) =>
        new(line, title, (prices.Lines.FirstOrDefault(known => known.Key == line)?.Hours ?? 0) + extra);
}
