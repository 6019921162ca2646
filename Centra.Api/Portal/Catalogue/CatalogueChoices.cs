using Centra.Api.Reviews;
using Centra.Rules;

namespace Centra.Api.Portal;

/// <summary>What a steward chooses from where a dataset names something that is kept elsewhere.</summary>
/// <param name="Lines">Lines of the price book that is in force.</param>
/// <param name="Committees">Committees that could decide.</param>
public sealed record CatalogueChoices(IReadOnlyList<(string, string)> Lines, IReadOnlyList<(string, string)> Committees)
{
    /// <summary>Reads them.</summary>
    internal static async Task<CatalogueChoices> ReadAsync(Reading reading)
    {
        var prices = await reading.Rules.OneAsync<PriceBook>(null);
        var committees = await CommitteeApi.PageAsync(null, null, reading.Read);
        return new CatalogueChoices([.. prices?.Lines.Select(line => (line.Key, line.Name)) ?? []], [.. committees.Items.Select(one => (one.CommitteeId, one.Name))]);
    }
}
