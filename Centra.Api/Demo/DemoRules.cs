using System.Globalization;
using System.Text.Json.Nodes;
using Centra.Rules;
using Centra.Starting;
using Orleans;

namespace Centra.Api.Demo;

/// <summary>What a new installation begins with, with prices that hold for the whole story of the demo.</summary>
internal sealed class DemoRules(IGrainFactory grains, FirstContents contents, TimeProvider clock)
{
    /// <summary>Makes what is missing.</summary>
    public async Task MakeAsync()
    {
        var prices = grains.GetGrain<IRulesGrain>($"rules/{RulesKinds.Prices}");
        if ((await prices.Version(1)).IsRefused)
            DemoSeed.Check(await prices.Handle(DemoSeed.Context("prices"), new PublishRules(FromToday(RulesDefaults.Of(RulesKinds.Prices)), null, "The prices of the demo.")));
        await contents.MakeAsync();
    }

    private string FromToday(string prices)
    {
        var book = JsonNode.Parse(prices)!;
        book["validFrom"] = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return book.ToJsonString();
    }
}
